package org.scriptsocket.runner;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files are saved, by what the file system tells of their folders: editors often save by writing another file and renaming
 * it. Thread-safe.
 */
final class Saves implements AutoCloseable {

    /** A save is several events; it is over when there was none for so long. */
    private static final long SETTLED_MILLIS = 50;

    private final WatchService events;
    private final Set<Path> folders = new HashSet<>();
    /** How each file looked last; empty for one that was not there. */
    private final Map<Path, Optional<FileState>> files = new LinkedHashMap<>();

    private Saves(WatchService events) {
        this.events = events;
    }

    /** @throws UsageException if this system can not tell */
    static Saves of(Path file) {
        try {
            Saves saves = new Saves(file.getFileSystem().newWatchService());
            saves.watch(file);
            return saves;
        } catch (IOException e) {
            throw new UsageException("--watch: " + file + " can not be watched: " + e.getMessage());
        }
    }

    /** Watches this file too, there or not, if its folder is there. From now on: what was saved before is not told. */
    void watch(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            watchFolder(absolute.getParent());
            watchFolder(real(absolute).getParent());
        } catch (IOException e) {
            return;
        }
        remember(absolute);
    }

    /** What was saved until now is known. */
    synchronized void mark() {
        files.replaceAll((file, before) -> FileState.of(file));
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
            key.reset();
        }
    }

    /** A file that is not there is being renamed, or gone: there is nothing to be loaded. */
    private synchronized boolean isSaved() {
        return files.entrySet().stream().anyMatch(file -> {
            Optional<FileState> now = FileState.of(file.getKey());
            return now.isPresent() && !now.equals(file.getValue());
        });
    }

    private synchronized void remember(Path file) {
        files.computeIfAbsent(file, FileState::of);
    }

    private synchronized void watchFolder(@Nullable Path folder) throws IOException {
        if (folder != null && folders.add(folder)) {
            folder.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
    }

    /** Where a link leads: what is saved there changes the file, too. */
    private static Path real(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }
}
