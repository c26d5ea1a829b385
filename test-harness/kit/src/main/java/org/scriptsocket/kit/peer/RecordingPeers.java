package org.scriptsocket.kit.peer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Peers that do to each target what its route says, and remember what they saw. Thread-safe. */
public abstract class RecordingPeers implements Peers {

    private final Routes routes = new Routes();
    private final PeerRecorder recorder;

    protected RecordingPeers(PeerRecorder recorder) {
        this.recorder = recorder;
    }

    protected final Routes routes() {
        return routes;
    }

    protected final PeerRecorder recorder() {
        return recorder;
    }

    /**
     * Returns the behaviour, as these peers play it.
     *
     * @throws IllegalArgumentException if they can not
     */
    protected Behaviour playable(Behaviour behaviour) {
        return behaviour;
    }

    @Override
    public final void on(String target, Behaviour behaviour) {
        routes.on(target, playable(behaviour));
    }

    @Override
    public final void otherwise(Behaviour behaviour) {
        routes.otherwise(playable(behaviour));
    }

    @Override
    public final void enqueue(Behaviour... behaviours) {
        routes.enqueue(Arrays.stream(behaviours).map(this::playable).toList());
    }

    @Override
    public final RecordedConnection takeConnection(Duration limit) {
        return recorder.takeConnection(limit);
    }

    @Override
    public final List<RecordedConnection> takeConnections() {
        return recorder.takeConnections();
    }

    @Override
    public final List<Unmet> unmet() {
        return Stream.concat(recorder.unmet().stream(), routes.unmet().stream()).toList();
    }

    @Override
    public final boolean isWaiting() {
        return recorder.isWaiting();
    }

    @Override
    public final void assertExhausted() {
        recorder.assertExhausted();
    }
}
