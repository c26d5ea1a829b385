package org.scriptsocket.specs;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;

/** The tags in a name, written as busted has them: {@code "opens #slow #network"}. */
final class Tags {

    private static final Pattern TAG = Pattern.compile("(?<!\\S)#([\\w-]+)");

    private Tags() {}

    static Set<TestTag> in(String name) {
        return TAG.matcher(name)
                .results()
                .map(tag -> TestTag.create(tag.group(1)))
                .collect(Collectors.toSet());
    }
}
