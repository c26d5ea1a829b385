package org.scriptsocket.specs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of the known names somebody may have meant by one that is not known. */
final class NearNames {

    private static final int SHOWN = 3;

    private NearNames() {}

    /** The end of a sentence: {@code ; did you mean 'reset'?}, or all names where none is near. */
    static String hint(String name, Collection<String> known) {
        List<String> near = known.stream()
                .filter(each -> isNear(name, each))
                .sorted(Comparator.comparingInt((String each) -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return near.isEmpty()
                ? "; known are " + String.join(", ", known.stream().sorted().toList())
                : "; did you mean '" + String.join("' or '", near) + "'?";
    }

    private static boolean isNear(String name, String known) {
        boolean part = name.length() > 2 && (known.startsWith(name) || name.startsWith(known));
        return part || distance(name, known) <= Math.max(1, name.length() / 3);
    }

    /** How many letters have to be changed, added or left out to get from one to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
