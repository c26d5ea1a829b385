package org.scriptsocket.lua;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Prototype;

/** The code of files that engines have loaded. Engines that load the same file share its code, which is forgotten with the last of them. */
final class SharedCode {

    private static final ConcurrentMap<File, Entry> CODES = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Prototype> GONE = new ReferenceQueue<>();

    private SharedCode() {}

    private record File(String name, ByteBuffer source) {}

    private static final class Entry extends WeakReference<Prototype> {

        private final File file;

        Entry(File file, Prototype code) {
            super(code, GONE);
            this.file = file;
        }
    }

    /** @param parser makes the code, if nobody has it */
    static Prototype of(byte[] source, String name, Supplier<Prototype> parser) {
        forget();
        Prototype known = known(CODES.get(new File(name, ByteBuffer.wrap(source))));
        if (known != null) {
            return known;
        }
        Prototype code = parser.get();
        File file = new File(name, ByteBuffer.wrap(source.clone()));
        Entry entry = new Entry(file, code);
        // Another thread may have been faster.
        Prototype first = known(CODES.merge(file, entry, (old, next) -> old.get() == null ? next : old));
        return first == null ? code : first;
    }

    private static @Nullable Prototype known(@Nullable Entry entry) {
        return entry == null ? null : entry.get();
    }

    private static void forget() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            if (gone instanceof Entry entry) {
                CODES.remove(entry.file, entry);
            }
        }
    }
}
