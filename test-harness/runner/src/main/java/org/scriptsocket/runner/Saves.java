package org.scriptsocket.runner;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files are saved, by what the file system tells of their folders: editors often save by writing another file and renaming
 * it. Thread-safe.
 */
final class Saves implements AutoCloseable {

    /** A save is several events; it is over when there was none for so long. */
    private static final long SETTLED_MILLIS = 50;

    private final WatchService events;
    /** All Lua files in and beneath these. */
    private final List<Path> trees;

    private final Set<Path> files = new HashSet<>();
    private final Set<Path> watched = new HashSet<>();
    /** How each file looked last, if it was there. */
    private final Map<Path, FileState> known = new HashMap<>();

    private Saves(WatchService events, List<Path> trees) {
        this.events = events;
        this.trees = trees;
    }

    /** @throws UsageException if this system can not tell */
    static Saves of(Path file) {
        Saves saves = beneath(List.of());
        saves.watch(file);
        return saves;
    }

    /** Of all Lua files in and beneath these folders, those that are new included. */
    static Saves beneath(List<Path> folders) {
        try {
            Saves saves = new Saves(FileSystems.getDefault().newWatchService(), folders);
            saves.mark();
            return saves;
        } catch (IOException e) {
            throw new UsageException("--watch: files can not be watched here: " + e.getMessage());
        }
    }

    /** Watches this file too, there or not, if its folder is there. From now on: what was saved before is not told. */
    synchronized void watch(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            watchFolder(absolute.getParent());
            watchFolder(real(absolute).getParent());
        } catch (IOException e) {
            return;
        }
        if (files.add(absolute)) {
            FileState.of(absolute).ifPresent(state -> known.put(absolute, state));
        }
    }

    /** What was saved until now is known. */
    synchronized void mark() {
        known.clear();
        known.putAll(look());
    }

    /** Waits until one of the files has been saved, and is there. Returns false if this was closed. */
    boolean await() throws InterruptedException {
        try {
            do {
                settle(events.take());
            } while (!isSaved());
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle(WatchKey first) throws InterruptedException {
        for (WatchKey key = first; key != null; key = events.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS)) {
            key.pollEvents();
            if (!key.reset()) {
                forget(key);
            }
        }
    }

    /** Its folder is gone; another one may come in its place. */
    private synchronized void forget(WatchKey key) {
        watched.remove((Path) key.watchable());
    }

    /** Whether one of the files has been saved since the mark. A file that is not there is being renamed, or gone: there is nothing to be loaded. */
    synchronized boolean isSaved() {
        return look().entrySet().stream().anyMatch(file -> !file.getValue().equals(known.get(file.getKey())));
    }

    private Map<Path, FileState> look() {
        Map<Path, FileState> now = new HashMap<>();
        files.forEach(file -> FileState.of(file).ifPresent(state -> now.put(file, state)));
        trees.forEach(tree -> look(tree, now));
        return now;
    }

    private void look(Path tree, Map<Path, FileState> now) {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (Files.isDirectory(each)) {
                    watchFolder(each);
                } else if (each.toString().endsWith(".lua")) {
                    FileState.of(each).ifPresent(state -> now.put(each, state));
                }
            }
        } catch (IOException | UncheckedIOException | ClosedWatchServiceException e) {
            // Gone while it was looked at: there will be an event.
        }
    }

    private void watchFolder(@Nullable Path folder) throws IOException {
        if (folder != null && watched.add(folder)) {
            folder.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
    }

    /** Where a link leads: what is saved there changes the file, too. */
    private static Path real(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }
}
