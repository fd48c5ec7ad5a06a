"""Makes a PDF with ReportLab: untagged, with the standard fonts."""
import sys

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

styles = getSampleStyleSheet()
SimpleDocTemplate(sys.argv[1], title="Daily report", invariant=1).build([
    Paragraph("Findings of the day", styles["Heading1"]),
    Paragraph("Two probes found a weakness: caf\u00e9.", styles["Normal"]),
    Table([["Probe", "Hits"], ["alpha", "12"]]),
    PageBreak(),
    Paragraph("The second page", styles["Normal"]),
])
