"""English words of saying, thinking and wanting, by what they do.

The lists are general English, made without a corpus. A word that is missing is still found by its
grammar; the class of a word only changes how sure we are, and which act we call it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

SAYING = frozenset(
    "say tell add note state declare announce report write claim argue assert maintain contend"
    " insist stress emphasize emphasise explain remark comment mention observe point reiterate"
    " repeat reply respond answer recall recount describe detail disclose reveal tweet post"
    " testify swear joke quip quote cite read proclaim profess voice speak talk discuss express"
    " outline elaborate exclaim shout yell scream whisper mutter murmur conclude continue begin"
    " start inform notify brief advise relate articulate pronounce submit allege acknowledge"
    " admit concede confess confirm affirm clarify stipulate specify suggest imply hint indicate"
    " signal predict forecast project estimate calculate caution lament complain grumble protest"
    " boast brag gush rave rant muse opine counter retort shoot fire interject chime volunteer"
    " offer echo paraphrase summarize dub term label call brand title name refer address raise"
    " touch tout publish release broadcast air lecture preach sing chant rap urge".split()
)
THINKING = frozenset(
    "think believe feel know understand realize realise recognize recognise assume suppose"
    " presume guess suspect doubt wonder consider regard view see deem judge reckon figure"
    " imagine expect anticipate foresee hope fear worry wish remember forget learn hear find"
    " discover conclude decide determine agree disagree care mind trust accept conceive"
    " speculate hypothesize theorize calculate contemplate mull ponder weigh appreciate"
    " underestimate overestimate misunderstand sense perceive notice".split()
)
WANTING = frozenset(
    "want intend plan aim seek hope wish desire prefer need like love hate try attempt vow pledge"
    " promise swear commit threaten offer agree refuse decline propose prepare mean choose opt"
    " decide resolve strive look expect".split()
)
ASKING = frozenset(
    "ask request urge call demand beg plead implore beseech appeal invite encourage exhort press"
    " push order command direct instruct require tell advise recommend challenge question query"
    " inquire petition lobby pressure compel forbid ban dare propose advocate".split()
)
JUDGING = frozenset(
    "criticize criticise praise blame accuse condemn denounce blast slam attack mock ridicule"
    " insult applaud commend hail laud celebrate thank congratulate endorse support back oppose"
    " reject dismiss deny dispute refute rebut defend excuse excoriate lambaste rip bash knock"
    " chide scold rebuke admonish charge fault deride decry assail savage scorn welcome favor"
    " favour champion promote tout question doubt approve disapprove object protest resist"
    " disavow disown repudiate renounce retract apologize regret vilify disparage belittle compare"
    " liken portray depict paint characterize characterise cast frame".split()
)
SHOWING = frozenset(
    "show indicate suggest reveal find demonstrate prove illustrate document confirm imply reflect"
    " establish conclude estimate project predict record display depict detail describe contain"
    " say state read list warn argue report".split()
)

CLASSES = {
    "saying": SAYING,
    "thinking": THINKING,
    "wanting": WANTING,
    "asking": ASKING,
    "judging": JUDGING,
    "showing": SHOWING,
}
"""Verbs by class; a verb may be in several."""

_CLASSES_OF: dict[str, tuple[str, ...]] = {}
for _name, _verbs in CLASSES.items():
    for _verb in _verbs:
        _CLASSES_OF[_verb] = (*_CLASSES_OF.get(_verb, ()), _name)


def classes_of(verb: str) -> tuple[str, ...]:
    """The classes that a verb is in, in the order of the table."""
    return _CLASSES_OF.get(verb, ())


NOUNS = frozenset(
    "accusation admission advice agreement allegation analysis announcement answer apology appeal"
    " argument assertion assessment assumption assurance attack attitude belief bid call caution"
    " charge claim comment commitment complaint concern conclusion confidence consensus conviction"
    " criticism decision declaration demand denial desire determination dream endorsement estimate"
    " expectation explanation fear feeling finding forecast goal guess hint hope idea impression"
    " indication insistence instruction intention judgment knowledge lawsuit letter message motion"
    " notion objection offer opinion order perception plan plea pledge position praise prediction"
    " pledge promise proof proposal proposition push question recommendation refusal remark report"
    " request resolution response review rhetoric ruling sense signal statement stance story study"
    " suggestion support suspicion testimony theory thought threat tweet understanding verdict view"
    " vow warning willingness readiness initiative wish word worry condition response reaction"
    " commitment deal accord pact".split()
)
"""Nouns that stand for an act of saying, thinking or wanting."""

_ACTS = {
    "proposed": "propose suggest recommend advocate offer proposal suggestion recommendation"
    " initiative",
    "demanded": "demand insist require order command instruct press push urge demand insistence"
    " order call plea appeal push condition",
    "agreed": "agree concede accept acknowledge admit consent approve agreement admission deal"
    " accord pact",
    "refused": "refuse decline reject oppose resist dismiss rebuff refusal objection",
    "supported": "support back endorse praise applaud welcome hail laud commend defend champion"
    " favor favour celebrate congratulate endorsement support praise supportive",
    "denied": "deny dispute refute rebut disavow repudiate denial",
    "warned": "warn caution threaten alert warning threat caution",
    "promised": "promise pledge vow swear commit guarantee assure promise pledge vow commitment"
    " assurance committed",
    "asked": "ask request question wonder inquire query beg plead invite question request",
    "believed": "think believe feel suspect doubt consider expect fear worry know regard view deem"
    " assume hope belief view opinion fear expectation suspicion doubt sure confident convinced"
    " certain hopeful afraid worried concerned realize realise",
    "intended": "want intend plan aim seek wish desire prefer decide try mean plan intention desire"
    " wish goal bid willingness readiness willing ready prepared eager determined keen",
}
ACTS = {word: act for act, words in reversed(_ACTS.items()) for word in words.split()}
"""The kind of act of a cue's lemma; whatever is not here was `said`."""

_ANSWERS = frozenset("respond react reply response reaction answer".split())
_WARM = frozenset(
    "positively favorably favourably warmly positive favorable favourable warm constructive".split()
)
_COLD = frozenset("negatively coldly angrily negative cold hostile dismissive".split())


def tone_of(cue: "Token") -> str | None:
    """The act of an answer with a tone: "responded positively" supported, "coldly" refused."""
    if cue.lemma_.lower() not in _ANSWERS:
        return None
    words = {child.lower_ for child in cue.children}
    return "supported" if words & _WARM else "refused" if words & _COLD else None
