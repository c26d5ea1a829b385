package org.scriptsocket.lua.vm.lib;

import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Matches one pattern of Lua 5.1 against one string. A pattern ends at its first NUL, as it does there. */
@NullMarked
final class PatternMatcher {

    /** No match. */
    private static final int NONE = -1;

    /** As in LuaJIT and Lua 5.2. Lua 5.1 has none, and runs out of C's stack. */
    private static final int DEEPEST = 200;

    private static final int MOST_CAPTURES = 32;
    private static final int UNFINISHED = -1;
    private static final int POSITION = -2;
    private static final int STEPS = 1 << 14;

    private final LuaString string;
    private final byte[] subject;
    /** Where the string begins and ends in the subject. */
    private final int start;

    private final int end;
    /** Ends with two NULs, so that one may look ahead. */
    private final byte[] pattern;

    private final boolean anchored;
    private int matchStart;
    private int matchEnd;

    private int level;
    private int[] captureStarts = new int[4];
    private int[] captureLengths = new int[4];
    private int steps = STEPS;

    /** @param anchors whether a {@code ^} at the beginning binds the match to where the search begins */
    PatternMatcher(LuaString string, LuaString text, boolean anchors) {
        this.string = string;
        this.subject = string.m_bytes;
        this.start = string.m_offset;
        this.end = start + string.m_length;
        CurrentBudget.bulk(text.m_length);
        this.pattern = new byte[text.m_length + 2];
        System.arraycopy(text.m_bytes, text.m_offset, pattern, 0, text.m_length);
        this.anchored = anchors && pattern[0] == '^';
    }

    boolean isAnchored() {
        return anchored;
    }

    /** Looks for a match at an index of the string, from 0, or, if the pattern is not anchored, after it. */
    boolean find(int from) {
        boolean found = search(from);
        tell();
        return found;
    }

    private boolean search(int from) {
        if (anchored) {
            return matches(start + from, 1);
        }
        int needed = needed();
        int next = needed < 0 ? 0 : itemEnd(needed);
        for (int s = start + from; s <= end; s++) {
            if (needed >= 0) {
                s = skip(s, needed, next);
            }
            if (matches(s, 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int s, int item) {
        level = 0;
        matchStart = s;
        matchEnd = match(s, item, 0);
        return matchEnd != NONE;
    }

    /** The first item of the pattern if nothing matches without it, else -1. */
    private int needed() {
        int p = pattern[0] == '(' && pattern[1] != ')' ? 1 : 0;
        switch (pattern[p]) {
            case 0, '(', ')', '$':
                return -1;
            case '%':
                if (isSpecial(pattern[p + 1])) {
                    return -1;
                }
                break;
            default:
        }
        switch (pattern[itemEnd(p)]) {
            case '*', '?', '-':
                return -1;
            default:
                return p;
        }
    }

    /** Where an item matches next, or the end. */
    private int skip(int from, int p, int next) {
        int s = from;
        while (s < end && !isIn(subject[s], p, next)) {
            s++;
        }
        step(s - from);
        return s;
    }

    /** Where the match begins, counted from 0. */
    int matchStart() {
        return matchStart - start;
    }

    int matchEnd() {
        return matchEnd - start;
    }

    private int match(int from, int item, int depth) {
        if (depth > DEEPEST) {
            throw new LuaError("pattern too complex");
        }
        int s = from;
        int p = item;
        while (true) {
            step(1);
            switch (pattern[p]) {
                case 0:
                    return s;
                case '(':
                    return pattern[p + 1] == ')' ? open(s, p + 2, POSITION, depth) : open(s, p + 1, UNFINISHED, depth);
                case ')':
                    return close(s, p + 1, depth);
                case '$':
                    if (pattern[p + 1] == 0) {
                        return s == end ? s : NONE;
                    }
                    break;
                case '%':
                    if (isSpecial(pattern[p + 1])) {
                        s = special(s, p + 1);
                        if (s < 0) {
                            return NONE;
                        }
                        p = afterSpecial(p + 1);
                        continue;
                    }
                    break;
                default:
            }
            int next = itemEnd(p);
            boolean one = s < end && isIn(subject[s], p, next);
            switch (pattern[next]) {
                case '?':
                    int rest = one ? match(s + 1, next + 1, depth + 1) : NONE;
                    if (rest != NONE) {
                        return rest;
                    }
                    p = next + 1;
                    break;
                case '*':
                    return longest(s, p, next, depth);
                case '+':
                    return one ? longest(s + 1, p, next, depth) : NONE;
                case '-':
                    return shortest(s, p, next, depth);
                default:
                    if (!one) {
                        return NONE;
                    }
                    s++;
                    p = next;
            }
        }
    }

    /** Counts steps, of which there may be endlessly many in one match. */
    private void step(int count) {
        steps -= count;
        if (steps < 0) {
            tell();
        }
    }

    /** Tells the budget of the steps that it does not know of yet. */
    private void tell() {
        CurrentBudget.work(STEPS - steps);
        steps = STEPS;
    }

    private int longest(int s, int p, int next, int depth) {
        int last = s;
        while (last < end && isIn(subject[last], p, next)) {
            last++;
        }
        step(last - s);
        for (int i = last; i >= s; i--) {
            int rest = match(i, next + 1, depth + 1);
            if (rest != NONE) {
                return rest;
            }
        }
        return NONE;
    }

    private int shortest(int from, int p, int next, int depth) {
        int s = from;
        while (true) {
            int rest = match(s, next + 1, depth + 1);
            if (rest != NONE) {
                return rest;
            }
            if (s >= end || !isIn(subject[s], p, next)) {
                return NONE;
            }
            s++;
        }
    }

    private int open(int s, int p, int length, int depth) {
        if (level >= MOST_CAPTURES) {
            throw new LuaError("too many captures");
        }
        if (level == captureStarts.length) {
            captureStarts = Arrays.copyOf(captureStarts, 2 * level);
            captureLengths = Arrays.copyOf(captureLengths, 2 * level);
        }
        captureStarts[level] = s;
        captureLengths[level++] = length;
        int rest = match(s, p, depth + 1);
        if (rest == NONE) {
            level--;
        }
        return rest;
    }

    private int close(int s, int p, int depth) {
        int capture = unfinished();
        captureLengths[capture] = s - captureStarts[capture];
        int rest = match(s, p, depth + 1);
        if (rest == NONE) {
            captureLengths[capture] = UNFINISHED;
        }
        return rest;
    }

    private int unfinished() {
        for (int i = level - 1; i >= 0; i--) {
            if (captureLengths[i] == UNFINISHED) {
                return i;
            }
        }
        throw new LuaError("invalid pattern capture");
    }

    private static boolean isSpecial(int escaped) {
        return escaped == 'b' || escaped == 'f' || escaped >= '0' && escaped <= '9';
    }

    /** Where the string goes on after {@code %b}, {@code %f} or {@code %1}, of which the pattern's index has the letter. */
    private int special(int s, int p) {
        return switch (pattern[p]) {
            case 'b' -> balanced(s, p + 1);
            case 'f' -> frontier(s, p + 1);
            default -> repeated(s, pattern[p] - '1');
        };
    }

    private int afterSpecial(int p) {
        return switch (pattern[p]) {
            case 'b' -> p + 3;
            case 'f' -> itemEnd(p + 1);
            default -> p + 1;
        };
    }

    private int balanced(int s, int p) {
        byte first = pattern[p];
        byte last = pattern[p + 1];
        if (first == 0 || last == 0) {
            throw new LuaError("unbalanced pattern");
        }
        if (s >= end || subject[s] != first) {
            return NONE;
        }
        int depth = 1;
        for (int i = s + 1; i < end; i++) {
            if (subject[i] == last) {
                if (--depth == 0) {
                    step(i - s);
                    return i + 1;
                }
            } else if (subject[i] == first) {
                depth++;
            }
        }
        step(end - s);
        return NONE;
    }

    private int frontier(int s, int p) {
        if (pattern[p] != '[') {
            throw new LuaError("missing '[' after '%f' in pattern");
        }
        int last = itemEnd(p) - 1;
        int before = s == start ? 0 : subject[s - 1] & 0xff;
        int after = s == end ? 0 : subject[s] & 0xff;
        return isInSet(before, p, last) || !isInSet(after, p, last) ? NONE : s;
    }

    private int repeated(int s, int capture) {
        if (capture < 0 || capture >= level || captureLengths[capture] == UNFINISHED) {
            throw new LuaError("invalid capture index");
        }
        int length = captureLengths[capture];
        int from = captureStarts[capture];
        step(Math.max(length, 0));
        boolean same = length != POSITION
                && length <= end - s
                && Arrays.equals(subject, from, from + length, subject, s, s + length);
        return same ? s + length : NONE;
    }

    /** Where the item that begins at an index ends: a character, an escaped one, or a set. */
    private int itemEnd(int p) {
        switch (pattern[p]) {
            case '%':
                if (pattern[p + 1] == 0) {
                    throw new LuaError("malformed pattern (ends with '%')");
                }
                return p + 2;
            case '[':
                int end = setEnd(pattern[p + 1] == '^' ? p + 2 : p + 1);
                step(end - p);
                return end;
            default:
                return p + 1;
        }
    }

    /** A bracket that comes first is one of the set. */
    private int setEnd(int first) {
        int p = first;
        do {
            if (pattern[p] == 0) {
                throw new LuaError("malformed pattern (missing ']')");
            }
            if (pattern[p++] == '%' && pattern[p] != 0) {
                p++;
            }
        } while (pattern[p] != ']');
        return p + 1;
    }

    private boolean isIn(byte character, int p, int next) {
        return switch (pattern[p]) {
            case '.' -> true;
            case '%' -> CharacterClass.matches(pattern[p + 1] & 0xff, character & 0xff);
            case '[' -> {
                step(next - p);
                yield isInSet(character & 0xff, p, next - 1);
            }
            default -> pattern[p] == character;
        };
    }

    private boolean isInSet(int character, int bracket, int last) {
        boolean negated = pattern[bracket + 1] == '^';
        for (int p = negated ? bracket + 2 : bracket + 1; p < last; p++) {
            if (pattern[p] == '%') {
                p++;
                if (CharacterClass.matches(pattern[p] & 0xff, character)) {
                    return !negated;
                }
            } else if (pattern[p + 1] == '-' && p + 2 < last) {
                p += 2;
                if ((pattern[p - 2] & 0xff) <= character && character <= (pattern[p] & 0xff)) {
                    return !negated;
                }
            } else if ((pattern[p] & 0xff) == character) {
                return !negated;
            }
        }
        return negated;
    }

    /** What was captured, or the whole match if the pattern has no captures. */
    Varargs capturesOrMatch() {
        return level <= 1 ? capture(0) : captures();
    }

    /** What was captured, if anything. */
    Varargs captures() {
        if (level == 0) {
            return LuaValue.NONE;
        }
        LuaValue[] values = new LuaValue[level];
        for (int i = 0; i < level; i++) {
            values[i] = capture(i);
        }
        return LuaValue.varargsOf(values);
    }

    /** One capture, counted from 0; the first one of a pattern that has none is the match. */
    LuaValue capture(int number) {
        if (number >= level) {
            if (number != 0) {
                throw new LuaError("invalid capture index");
            }
            return string.substring(matchStart(), matchEnd());
        }
        int length = captureLengths[number];
        if (length == UNFINISHED) {
            throw new LuaError("unfinished capture");
        }
        int from = captureStarts[number] - start;
        return length == POSITION ? LuaValue.valueOf(from + 1) : string.substring(from, from + length);
    }
}
