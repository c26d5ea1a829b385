package org.scriptsocket.bench;

import java.util.LinkedHashMap;
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
        Workload.ALL.forEach(workload -> plot.bars(workload.title(), rates(results.rounds(workload))));
        plot.bars("idle connections, bytes of heap each", heaps(results.idle()));
        plot.bars("messages/s of crowds: hosts x instances x connections", crowds(results.crowds()));
        plot.bars("start of the process to the first echo, ms", medians(results.starts()));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (plot.y + ROW)
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n" + plot.shapes + "</svg>\n";
    }

    private void bars(String title, Map<String, Double> values) {
        if (values.isEmpty()) {
            return;
        }
        y += 2 * ROW;
        text(4, title, " font-weight=\"bold\"");
        double most = values.values().stream().mapToDouble(each -> each).max().orElse(1);
        values.forEach((name, value) -> bar(name, value, most));
    }

    private static Map<String, Double> rates(Map<String, List<Results.Round>> rounds) {
        Map<String, Double> medians = new LinkedHashMap<>();
        rounds.forEach((name, own) -> medians.put(name, Figures.median(Report.rates(own))));
        return medians;
    }

    private static Map<String, Double> heaps(List<Results.Idle> idle) {
        Map<String, Double> heaps = new LinkedHashMap<>();
        idle.stream()
                .filter(each -> each.connections() > 0)
                .forEach(each -> heaps.put(each.contender() + ", " + each.connections(), each.heap()));
        return heaps;
    }

    private static Map<String, Double> crowds(List<Results.Crowded> crowds) {
        Map<String, Double> rates = new LinkedHashMap<>();
        crowds.forEach(each -> rates.put(
                each.size().hosts() + " x " + each.size().instances() + " x "
                        + each.size().connections(),
                each.round().rate()));
        return rates;
    }

    private static Map<String, Double> medians(Map<String, List<Double>> values) {
        Map<String, Double> medians = new LinkedHashMap<>();
        values.forEach((name, own) -> medians.put(name, Figures.median(own)));
        return medians;
    }

    private void bar(String name, double value, double most) {
        y += ROW;
        text(4, name, "");
        String colour = name.startsWith("lua") ? "#1f6feb" : "#9aa4ae";
        shapes.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>%n",
                LABELS,
                y - 10,
                BARS * Math.max(value, 0) / most,
                colour));
        text(LABELS + 6 + (int) (BARS * Math.max(value, 0) / most), String.format(Locale.ROOT, "%,.0f", value), "");
    }

    private void text(int x, String text, String style) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        shapes.append("<text x=\"" + x + "\" y=\"" + y + "\"" + style + ">" + escaped + "</text>\n");
    }
}
