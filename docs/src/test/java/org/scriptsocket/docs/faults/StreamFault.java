package org.scriptsocket.docs.faults;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** After the 101. */
public record StreamFault(Place place, Kind kind) implements Fault {

    /** Where in what a peer has to say. */
    public enum Place {
        WITH_THE_101,
        BEFORE_A_MESSAGE,
        IN_A_MESSAGE,
        AFTER_A_MESSAGE,
        AFTER_ALL,
        /** After the Close frame of the script's side. */
        AFTER_CLOSE
    }

    /** All there are: every kind at every place. */
    static List<StreamFault> all() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Stream.of(Kind.values()).map(kind -> new StreamFault(place, kind)))
                .toList();
    }

    @Override
    public Ending ending() {
        return place == Place.AFTER_CLOSE ? Ending.never() : kind.ending();
    }

    @Override
    public boolean isRaw() {
        return false;
    }

    @Override
    public String toString() {
        return kind + " " + place;
    }
}
