package org.scriptsocket.docs.conformance;

import java.util.List;

/** Cases about one thing. Ids that begin with a number are those of the facts that all WebSocket libraries are measured by. */
record Family(String name, List<Case> cases) {

    Family {
        cases = List.copyOf(cases);
    }
}
