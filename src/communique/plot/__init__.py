"""Pictures of the ledger: one chart specification serves the terminal, files and the web pages."""

from communique.plot.chart import Bar, Cell, Chart, Node, Point, Tie
from communique.plot.files import FORMS, export_chart

__all__ = ["FORMS", "Bar", "Cell", "Chart", "Node", "Point", "Tie", "export_chart"]
