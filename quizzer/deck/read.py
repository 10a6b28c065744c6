"""A deck's YAML becomes a `Deck`, or a list of all that is wrong with it, each with its place."""

from dataclasses import dataclass

from quizzer.deck.fields import DECK, QUESTION, SOURCE
from quizzer.deck.model import Deck, Question, Source
from quizzer.deck.scan import Mapping as MappingNode
from quizzer.deck.scan import Node, Scalar, scan_yaml
from quizzer.deck.scan import Sequence as SequenceNode
from quizzer.deck.values import Values
from quizzer.diagnostics import Diagnostic, Place, QuizzerError


@dataclass(frozen=True, slots=True)
class DeckFile:
    """What came out of a deck file: the deck if it could be read whole, and all that was found.

    `nodes` holds the question nodes in order, so that later checks can say where they look.
    """

    name: str
    deck: Deck | None
    diagnostics: tuple[Diagnostic, ...]
    root: MappingNode | None = None
    nodes: tuple[MappingNode, ...] = ()

    def place(self, question: int | None = None, field: str = "", item: int | None = None) -> Place:
        """Where a field of a question (or of the deck) stands; the nearest thing that exists."""
        node: Node | None = self.root if question is None else self.nodes[question]
        if field and isinstance(node, MappingNode):
            node = next((value for key, value in node.entries if key.text == field), node)
        if item is not None and isinstance(node, SequenceNode) and item < len(node.items):
            node = node.items[item]
        return Place(self.name, node.line, node.column) if node else Place(self.name)


def read_deck(data: bytes | str, name: str) -> DeckFile:
    """Reads a deck; never raises for what stands in it.

    `name` is what places call the file. A byte order mark and CRLF line ends are welcome.
    """
    try:
        text = data if isinstance(data, str) else decode(data, name)
        node, found = scan_yaml(text.removeprefix("\ufeff"), name)
    except QuizzerError as error:
        return DeckFile(name, None, error.diagnostics)
    values = Values(name, found)
    if not isinstance(node, MappingNode):
        what = "the file holds no deck" if node is None else "a deck begins with keys"
        values.error("D010", node or Scalar("", True, 1, 1), what, "begin with `format: 1`")
        return DeckFile(name, None, tuple(values.found))
    deck, nodes = _deck(node, values)
    found = sorted(values.found, key=lambda one: (one.place.line, one.place.column))
    return DeckFile(name, None if values.failed else deck, tuple(found), node, nodes)


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text.

    Raises:
        QuizzerError: the bytes are not UTF-8; the place is the first one that is not.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        raise QuizzerError.at(
            Place(name, line, column), message, "save the file with the encoding UTF-8", "D008"
        ) from None


def _deck(node: MappingNode, values: Values) -> tuple[Deck | None, tuple[MappingNode, ...]]:
    fields = values.fields(node, DECK, "deck")
    values.format(fields.get("format"))
    questions, nodes = _questions(fields.get("questions"), values)
    deck_id = values.get(fields, "id", values.identifier)
    title = values.get(fields, "title", values.line)
    language = values.get(fields, "language", values.language)
    source = values.get(fields, "source", lambda inner: _source(inner, values))
    if values.failed or deck_id is None or title is None:
        return None, nodes
    deck = Deck(
        id=deck_id,
        title=title,
        language=language or "en",
        source=source,
        questions=tuple(questions),
    )
    return deck, nodes


def _source(node: Node, values: Values) -> Source | None:
    if not isinstance(node, MappingNode):
        values.error("D011", node, "a source is keys with values", "write `title: ...` below it")
        return None
    fields = values.fields(node, SOURCE, "source")
    return Source(
        title=values.get(fields, "title", values.line),
        publisher=values.get(fields, "publisher", values.line),
        published=values.get(fields, "published", values.date),
        url=values.get(fields, "url", values.line),
        path=values.get(fields, "path", values.line),
        sha256=values.get(fields, "sha256", values.sha256),
    )


def _questions(node: Node | None, values: Values) -> tuple[list[Question], tuple[MappingNode, ...]]:
    if node is None:
        return [], ()
    if not isinstance(node, SequenceNode):
        values.error("D012", node, "questions are a list", "begin each with `- id: ...`")
        return [], ()
    questions, nodes = [], []
    for item in node.items:
        if not isinstance(item, MappingNode):
            values.error("D013", item, "a question is keys with values", "write `- id: ...`")
            continue
        question = _question(item, values)
        if question is not None:
            questions.append(question)
            nodes.append(item)
    return questions, tuple(nodes)


def _question(node: MappingNode, values: Values) -> Question | None:
    fields = values.fields(node, QUESTION, "question")
    get = values.get
    question_id = get(fields, "id", values.identifier)
    stem = get(fields, "stem", values.text)
    answer_node = fields.get("answer")
    answer = None if answer_node is None else values.answer(answer_node)
    accept = get(fields, "accept", values.lines)
    distractors = get(fields, "distractors", values.lines)
    explanation = get(fields, "explanation", values.text)
    evidence = get(fields, "evidence", values.spans)
    kind = get(fields, "kind", values.identifier)
    tags = get(fields, "tags", values.lines)
    if question_id is None or stem is None or answer is None:
        return None
    return Question(
        id=question_id,
        stem=stem,
        answer=answer,
        accept=accept or (),
        distractors=distractors or (),
        explanation=explanation,
        evidence=evidence or (),
        kind=kind,
        tags=tags or (),
    )
