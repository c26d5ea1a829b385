package org.scriptsocket.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Statistics of few rounds on a noisy machine: medians, and how far the median of a ratio can be trusted. */
final class Figures {

    private static final int RESAMPLES = 2000;

    private Figures() {}

    /** A number with the interval that holds it in 95 of 100 cases. */
    record Interval(double low, double median, double high) {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The ratios of the same rounds, resampled (bootstrap, percentiles).
     *
     * @param values of the rounds, in their order, as are those of the other
     */
    static Interval ratio(List<Double> values, List<Double> reference) {
        int rounds = Math.min(values.size(), reference.size());
        List<Double> ratios = IntStream.range(0, rounds)
                .mapToObj(i -> values.get(i) / reference.get(i))
                .toList();
        Random random = new Random(1);
        List<Double> medians = IntStream.range(0, RESAMPLES)
                .mapToObj(i -> median(resampled(ratios, random)))
                .sorted()
                .toList();
        return new Interval(
                medians.get(RESAMPLES * 25 / 1000), median(ratios), medians.get(RESAMPLES * 975 / 1000 - 1));
    }

    private static List<Double> resampled(List<Double> values, Random random) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(random.nextInt(values.size())))
                .toList();
    }
}
