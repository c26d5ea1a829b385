package org.scriptsocket.specs;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.scriptsocket.kit.peer.Behaviour;

/** What a server does to a path, while a script is saying it word by word; each word takes effect at once. */
final class Route {

    private final String name;
    private final Consumer<Behaviour> place;
    private Behaviour behaviour = Behaviour.accept();

    /** @param place where the behaviour is put each time it changes; may refuse it by an exception */
    Route(String name, Consumer<Behaviour> place) {
        this.name = name;
        this.place = place;
    }

    void change(UnaryOperator<Behaviour> how) {
        Behaviour next = how.apply(behaviour);
        place.accept(next);
        behaviour = next;
    }

    @Override
    public String toString() {
        return name;
    }
}
