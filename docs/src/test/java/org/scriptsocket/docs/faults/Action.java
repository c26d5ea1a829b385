package org.scriptsocket.docs.faults;

/**
 * A deed bound to a moment.
 *
 * @param number which one of that moment, from 1; 0 if there is but one
 */
public record Action(Moment moment, int number, Deed deed) {

    /** How faults.lua finds it. */
    String key() {
        return number == 0 ? moment.name() : moment.name() + " " + number;
    }
}
