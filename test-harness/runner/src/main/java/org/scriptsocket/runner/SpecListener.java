package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.scriptsocket.specs.SpecSettings;

/** Makes results for reporters of what the JUnit Platform tells. Thread-safe, as files may run at the same time. */
final class SpecListener implements TestExecutionListener {

    private final TestPlan plan;
    private final List<SpecReporter> reporters;
    private final SpecTally tally;
    private final Map<String, Long> began = new HashMap<>();

    SpecListener(TestPlan plan, List<SpecReporter> reporters) {
        this.plan = plan;
        this.reporters = reporters;
        this.tally = new SpecTally(plan.countTestIdentifiers(TestIdentifier::isTest));
    }

    /** Returns what it came to. */
    synchronized SpecTally end() {
        reporters.forEach(reporter -> reporter.end(tally));
        return tally;
    }

    /** How far it is: a sentence. */
    synchronized String progress() {
        return tally.finished() + " of " + tally.planned() + " tests, " + tally.failed() + " failed";
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String seed = entry.getKeyValuePairs().get(SpecSettings.SEED);
        if (seed != null) {
            tally.seed(seed);
        }
    }

    @Override
    public synchronized void executionStarted(TestIdentifier test) {
        began.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest()) {
            tell(test, SpecResult.Status.PENDING, 0, reason);
        } else {
            plan.getChildren(test).forEach(child -> executionSkipped(child, reason));
            endFile(test);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (test.isTest() || failed) {
            tell(test, status(result.getStatus()), millis(test), message(result.getThrowable()));
        }
        endFile(test);
    }

    private void tell(TestIdentifier test, SpecResult.Status status, long millis, String message) {
        TestSource source = test.getSource().orElse(null);
        SpecResult result = new SpecResult(path(test), file(source), line(source), status, millis, message);
        tally.count(result, test.isTest());
        reporters.forEach(reporter -> reporter.result(result));
    }

    private void endFile(TestIdentifier test) {
        List<String> path = path(test);
        if (path.size() == 1) {
            reporters.forEach(reporter -> reporter.endFile(path.get(0)));
        }
    }

    /** Without the engine, unless it is the engine. */
    private List<String> path(TestIdentifier test) {
        Deque<String> path = new ArrayDeque<>();
        Optional<TestIdentifier> each = Optional.of(test);
        while (each.isPresent() && (path.isEmpty() || each.get().getParentId().isPresent())) {
            path.addFirst(each.get().getDisplayName());
            each = plan.getParent(each.get());
        }
        return List.copyOf(path);
    }

    private long millis(TestIdentifier test) {
        Long begin = began.remove(test.getUniqueId());
        return begin == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static SpecResult.Status status(TestExecutionResult.Status status) {
        return switch (status) {
            case SUCCESSFUL -> SpecResult.Status.PASSED;
            case ABORTED -> SpecResult.Status.PENDING;
            case FAILED -> SpecResult.Status.FAILED;
        };
    }

    private static String message(Optional<Throwable> thrown) {
        return thrown.map(each -> each.getMessage() == null ? each.toString() : each.getMessage())
                .orElse("");
    }

    private static @Nullable String file(@Nullable TestSource source) {
        if (source instanceof FileSource file) {
            return shown(file.getFile().toPath());
        }
        return source instanceof ClasspathResourceSource resource ? resource.getClasspathResourceName() : null;
    }

    /** From the working directory, if it is beneath it. */
    private static String shown(Path file) {
        Path working = Path.of("").toAbsolutePath();
        return (file.startsWith(working) ? working.relativize(file) : file).toString();
    }

    private static int line(@Nullable TestSource source) {
        if (source instanceof FileSource file) {
            return file.getPosition().map(FilePosition::getLine).orElse(0);
        }
        return 0;
    }
}
