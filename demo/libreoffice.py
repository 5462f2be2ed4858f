#!/usr/bin/python3
"""Lets LibreOffice draw a chart of the casualty figures of a tracked table.

	demo/libreoffice.py "host=localhost dbname=news" articles_tolls_view killed chart.png

LibreOffice reads the view itself, over its own PostgreSQL driver; this only does
what a hand would do there. Each source is a line, from day to day; a bar goes
from low to high, and to the edge where that end is open. Needs Debian's
libreoffice-calc, libreoffice-sdbc-postgresql and python3-uno.
"""

import datetime
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

QUERY = """
    SELECT day::text AS day, source_key, low, high, best FROM {view}
    WHERE kind = '{kind}' AND scope = 'incident' AND NOT negated AND day IS NOT NULL AND source_key IS NOT NULL
    ORDER BY source_key, day, toll_id"""
COLOURS = 0x0A63C2, 0xC3352B, 0x18794E, 0x7B44C4, 0xB35600, 0x0B7A8C, 0xB52A84, 0x6D5A14
FROM_DATA = 7       # com.sun.star.chart.ErrorBarStyle
CONTINUE = 2        # com.sun.star.chart.MissingValueTreatment


def values(**properties):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in properties.items())


def office(folder):
    """A LibreOffice without a screen, with a profile of its own."""
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{folder}/profile",
         f"--accept=pipe,name=newsdesk{os.getpid()};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name=newsdesk{os.getpid()};urp;StarOffice.ComponentContext")
            return process, context
        except NoConnectException:
            time.sleep(0.5)
    process.kill()
    raise SystemExit("LibreOffice does not answer")


def read_figures(create, database, view, kind):
    """Rows of (day, source, low, high, best), as LibreOffice reads them."""
    connection = create("com.sun.star.sdbc.DriverManager").getConnection("sdbc:postgresql:" + database)
    result = connection.createStatement().executeQuery(QUERY.format(view=view, kind=kind.replace("'", "''")))
    rows = []

    def number(column):
        value = result.getLong(column)
        return None if result.wasNull() else value

    while result.next():
        rows.append((datetime.date.fromisoformat(result.getString(1)), result.getString(2), number(3), number(4), number(5)))
    connection.close()
    return rows


def fill(sheet, rows, edge):
    """Day, then for each source three columns: best, what may be more, what may be fewer."""
    sources = sorted({row[1] for row in rows})
    sheet.getCellByPosition(0, 0).String = "day"
    for i, source in enumerate(sources):
        sheet.getCellByPosition(1 + 3 * i, 0).String = source
    for no, (day, source, low, high, best) in enumerate(rows, 1):
        column = 1 + 3 * sources.index(source)
        sheet.getCellByPosition(0, no).Value = (day - datetime.date(1899, 12, 30)).days
        sheet.getCellByPosition(column, no).Value = best
        sheet.getCellByPosition(column + 1, no).Value = (edge if high is None else high) - best
        sheet.getCellByPosition(column + 2, no).Value = best - (low or 0)
    return sources


def bounds(create, provider, sheet, column, last):
    """Error bars from two columns of the sheet."""
    data = []
    for role, offset in ("error-bars-y-positive", 1), ("error-bars-y-negative", 2):
        cells = sheet.getCellRangeByPosition(column + offset, 1, column + offset, last).AbsoluteName
        sequence = provider.createDataSequenceByRangeRepresentation(cells)
        sequence.Role = role
        labelled = create("com.sun.star.chart2.data.LabeledDataSequence")
        labelled.setValues(sequence)
        data.append(labelled)
    bar = create("com.sun.star.chart2.ErrorBar")
    bar.ErrorBarStyle = FROM_DATA
    bar.ShowPositiveError = bar.ShowNegativeError = True
    bar.setData(tuple(data))
    return bar


def draw(create, document, rows, title):
    sheet = document.Sheets.getByIndex(0)
    edge = max(max(row[2] or 0, row[3] or 0, row[4]) for row in rows) * 5 // 4 + 1
    sources = fill(sheet, rows, edge)
    last = len(rows)
    ranges = [sheet.getCellRangeByPosition(c, 0, c, last).RangeAddress for c in [0] + [1 + 3 * i for i in range(len(sources))]]
    sheet.Charts.addNewByName("figures", Rectangle(0, 0, 22000, 12000), tuple(ranges), True, False)
    chart = sheet.Charts.getByIndex(0).EmbeddedObject
    diagram = chart.createInstance("com.sun.star.chart.XYDiagram")
    chart.setDiagram(diagram)
    diagram.Wall.FillStyle = uno.Enum("com.sun.star.drawing.FillStyle", "NONE")
    diagram.MissingValueTreatment = CONTINUE
    chart.HasMainTitle = True
    chart.Title.String = title
    chart.HasLegend = True
    chart.Legend.Alignment = uno.Enum("com.sun.star.chart.ChartLegendPosition", "BOTTOM")
    chart.Legend.FillStyle = uno.Enum("com.sun.star.drawing.FillStyle", "NONE")
    chart.Legend.LineStyle = uno.Enum("com.sun.star.drawing.LineStyle", "NONE")
    days = sorted({row[0] for row in rows})
    first, final = ((day - datetime.date(1899, 12, 30)).days for day in (days[0], days[-1]))
    diagram.XAxis.Min, diagram.XAxis.Max, diagram.XAxis.StepMain = first - 1, final + 1, max(1, (final - first) // 8)
    diagram.XAxis.LinkNumberFormatToSource = False
    locale = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "GB", "")
    formats = document.NumberFormats
    code = formats.queryKey("D MMM", locale, False)
    diagram.XAxis.NumberFormat = code if code >= 0 else formats.addNew("D MMM", locale)
    diagram.YAxis.Min, diagram.YAxis.Max = 0, edge
    series = chart.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries
    for i, line in enumerate(series):
        line.Color = COLOURS[i % len(COLOURS)]
        line.LineWidth = 60
        symbol = uno.createUnoStruct("com.sun.star.chart2.Symbol")
        symbol.Style, symbol.StandardSymbol = uno.Enum("com.sun.star.chart2.SymbolStyle", "STANDARD"), i
        symbol.Size = uno.createUnoStruct("com.sun.star.awt.Size", 300, 300)
        symbol.FillColor = symbol.BorderColor = line.Color
        line.Symbol = symbol
        bar = bounds(create, chart.DataProvider, sheet, 1 + 3 * i, last)
        bar.LineColor, bar.LineWidth = line.Color, 60
        line.ErrorBarY = bar
    return sheet.DrawPage.getByIndex(0)


def main():
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    database, view, kind, picture = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        process, context = office(folder)

        def create(name):
            return context.ServiceManager.createInstanceWithContext(name, context)

        desktop = create("com.sun.star.frame.Desktop")
        try:
            rows = read_figures(create, database, view, kind)
            if not rows:
                raise SystemExit(f"no figures of that kind in {view}: {kind}")
            document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, values(Hidden=True))
            shape = draw(create, document, rows, f"{kind.capitalize()}, as reported by each source")
            exporter = create("com.sun.star.drawing.GraphicExportFilter")
            exporter.setSourceDocument(shape)
            exporter.filter(values(URL=uno.systemPathToFileUrl(os.path.abspath(picture)), MediaType="image/png",
                                   FilterData=uno.Any("[]com.sun.star.beans.PropertyValue",
                                                      values(PixelWidth=880, PixelHeight=480))))
            document.close(True)
            print(f"{len(rows)} figures of {len({row[1] for row in rows})} sources: {picture}")
        finally:
            try:
                desktop.terminate()
                process.wait(30)
            except Exception:
                process.kill()


main()
