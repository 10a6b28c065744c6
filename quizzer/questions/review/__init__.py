"""The reviewer inside: named checks that stop a doubtful question."""
