package org.scriptsocket;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.websocket.FoundTransports;

/** A host's share of a transport: one that was given, or the one that all hosts of a class loader share. */
abstract class TransportLease {

    /** The transport; looked for now if this is the first time. */
    abstract Transport transport();

    /** The host needs it no longer. The last one of those that share it stops it. Twice is no effect. */
    abstract void release();

    static TransportLease given(Transport transport) {
        return new TransportLease() {
            @Override
            Transport transport() {
                return transport;
            }

            @Override
            void release() {
                // Whoever gave it closes it.
            }
        };
    }

    /** @param settings of the transport; without any it is as it was found */
    static TransportLease shared(ClassLoader loader, @Nullable String name, SettingValues settings) {
        return new Shared(loader, name, settings);
    }

    /** Counted for each class loader, name and settings. */
    private static final class Shared extends TransportLease {

        private record Key(ClassLoader loader, @Nullable String name, SettingValues settings) {}

        private static final class Counted {
            private final Transport transport;
            private int hosts;

            Counted(Transport transport) {
                this.transport = transport;
            }
        }

        /** Guarded by itself; empty while no host uses a shared transport, so that no class loader is held. */
        private static final Map<Key, Counted> IN_USE = new HashMap<>();

        private final Key key;
        private @Nullable Counted counted;
        private boolean released;

        Shared(ClassLoader loader, @Nullable String name, SettingValues settings) {
            this.key = new Key(loader, name, settings);
        }

        @Override
        Transport transport() {
            synchronized (IN_USE) {
                if (released) {
                    throw new IllegalStateException("The script host is closed");
                }
                Counted mine = counted;
                if (mine == null) {
                    mine = IN_USE.computeIfAbsent(key, k -> new Counted(make(k)));
                    mine.hosts++;
                    counted = mine;
                }
                return mine.transport;
            }
        }

        @Override
        void release() {
            Counted last = null;
            synchronized (IN_USE) {
                Counted mine = counted;
                if (!released && mine != null && --mine.hosts == 0) {
                    IN_USE.remove(key);
                    last = mine;
                }
                released = true;
            }
            if (last != null) {
                last.transport.close();
            }
        }

        private static Transport make(Key key) {
            Transport found = find(key);
            return key.settings().isEmpty() ? found : found.configured(key.settings());
        }

        private static Transport find(Key key) {
            return FoundTransports.of(key.loader()).choose(key.name());
        }
    }
}
