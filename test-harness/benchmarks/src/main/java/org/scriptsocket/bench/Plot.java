package org.scriptsocket.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rates as bars, in relation to the reference, as SVG. */
final class Plot {

    private static final int LABELS = 130;
    private static final int BARS = 420;
    private static final int ROW = 18;
    private static final int WIDTH = LABELS + BARS + 90;

    private final StringBuilder shapes = new StringBuilder();
    private int y = ROW;

    private Plot() {}

    static String of(Results results, String machine) {
        Plot plot = new Plot();
        plot.text(4, machine, "");
        Workload.ALL.forEach(workload -> plot.workload(workload, results.rounds(workload)));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (plot.y + ROW)
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n" + plot.shapes + "</svg>\n";
    }

    private void workload(Workload workload, Map<String, List<Results.Round>> rounds) {
        if (rounds.isEmpty()) {
            return;
        }
        y += 2 * ROW;
        text(4, workload.title(), " font-weight=\"bold\"");
        double most = rounds.values().stream().mapToDouble(Plot::rate).max().orElse(1);
        rounds.forEach((name, own) -> bar(name, rate(own), most));
    }

    private static double rate(List<Results.Round> rounds) {
        return Figures.median(Report.rates(rounds));
    }

    private void bar(String name, double rate, double most) {
        y += ROW;
        text(4, name, "");
        String colour = name.equals("lua") ? "#1f6feb" : "#9aa4ae";
        shapes.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>%n",
                LABELS,
                y - 10,
                BARS * rate / most,
                colour));
        text(LABELS + 6 + (int) (BARS * rate / most), String.format(Locale.ROOT, "%,.0f", rate), "");
    }

    private void text(int x, String text, String style) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        shapes.append("<text x=\"" + x + "\" y=\"" + y + "\"" + style + ">" + escaped + "</text>\n");
    }
}
