"""The lines of a file while it is looked at: as they are, and as they were probably meant."""

from dataclasses import dataclass, field

from generator.source.line import Line

Fault = tuple[int, int, str]
"""Line and column, from 1, and what is wrong."""


@dataclass
class Sheet:
    """What a look at the lines of a file found. Within, lines and columns count from 0."""

    lines: list[str]
    """As they were probably meant."""
    faults: list[Fault] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)
    """By how much a line is further in than it was written, by its number from 1."""
    is_sure: bool = True
    """Whether everything stands where it was probably meant to."""

    def line(self, number: int) -> Line:
        """A line as it is now."""
        return Line(number, self.lines[number])

    def tell(self, number: int, column: int, message: str) -> None:
        """Say what is wrong at a place of the lines as they are now."""
        by = self.moved.get(number + 1, 0)
        self.faults.append((number + 1, max(column - by, 0) + 1, message))

    def move(self, line: Line, column: int) -> Line:
        """Let a line begin elsewhere."""
        column = max(column, 0)
        by = self.moved.get(line.number + 1, 0) + column - line.column
        self.moved[line.number + 1] = by
        self.lines[line.number] = " " * column + line.text[line.column :]
        return self.line(line.number)

    def empty(self, number: int) -> None:
        """Leave a line out."""
        self.lines[number] = ""
