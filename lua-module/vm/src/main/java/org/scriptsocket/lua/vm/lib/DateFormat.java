package org.scriptsocket.lua.vm.lib;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.TextBuilder;

/** C's {@code strftime} in the locale of C. */
@NullMarked
final class DateFormat {

    private final ZonedDateTime time;

    /** What an item costs, in characters. */
    private static final int ITEM = 100;

    DateFormat(ZonedDateTime time) {
        this.time = time;
    }

    LuaString format(LuaString format) {
        TextBuilder text = new TextBuilder(format.m_length + 32);
        for (int i = 0; i < format.m_length; i++) {
            int next = format.luaByte(i);
            if (next == '%' && i + 1 < format.m_length) {
                i++;
                CurrentBudget.work(ITEM);
                text.add(LuaString.valueUsing(one((char) format.luaByte(i)).getBytes(StandardCharsets.ISO_8859_1)));
            } else {
                text.add(next);
            }
        }
        return text.string();
    }

    private String all(String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char next = format.charAt(i);
            text.append(next == '%' ? one(format.charAt(++i)) : next);
        }
        return text.toString();
    }

    private String one(char conversion) {
        return switch (conversion) {
            case 'a' ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'c' -> all("%a %b %e %H:%M:%S %Y");
            case 'D', 'x' -> all("%m/%d/%y");
            case 'F' -> all("%Y-%m-%d");
            case 'r' -> all("%I:%M:%S %p");
            case 'R' -> all("%H:%M");
            case 'T', 'X' -> all("%H:%M:%S");
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'P' -> time.getHour() < 12 ? "am" : "pm";
            case 'z' -> offset();
            case 'Z' -> zone();
            default -> number(conversion);
        };
    }

    private String number(char conversion) {
        return switch (conversion) {
            case 'C' -> two(Math.floorDiv(time.getYear(), 100));
            case 'd' -> two(time.getDayOfMonth());
            case 'e' -> String.format("%2d", time.getDayOfMonth());
            case 'g' -> two(Math.floorMod(weekYear(), 100));
            case 'G' -> Integer.toString(weekYear());
            case 'H' -> two(time.getHour());
            case 'I' -> two(twelve());
            case 'j' -> String.format("%03d", time.getDayOfYear());
            case 'k' -> String.format("%2d", time.getHour());
            case 'l' -> String.format("%2d", twelve());
            case 'm' -> two(time.getMonthValue());
            case 'M' -> two(time.getMinute());
            case 's' -> Long.toString(time.toEpochSecond());
            case 'S' -> two(time.getSecond());
            case 'u' -> Integer.toString(weekday());
            case 'U' -> two(week(weekday() % 7));
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'w' -> Integer.toString(weekday() % 7);
            case 'W' -> two(week(weekday() - 1));
            case 'y' -> two(Math.floorMod(time.getYear(), 100));
            case 'Y' -> Integer.toString(time.getYear());
            default -> "%" + conversion;
        };
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    private int weekYear() {
        return time.get(IsoFields.WEEK_BASED_YEAR);
    }

    private int twelve() {
        return time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }

    /** Monday is 1. */
    private int weekday() {
        return time.getDayOfWeek().getValue();
    }

    /** @param since days since the week's first day */
    private int week(int since) {
        return (time.getDayOfYear() - 1 + 7 - since) / 7;
    }

    private String offset() {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        return String.format("%s%02d%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }

    private String zone() {
        if (time.getZone().normalized().equals(ZoneOffset.UTC)) {
            return "GMT";
        }
        boolean summer = CalendarTable.isSummer(time);
        return TimeZone.getTimeZone(time.getZone()).getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
    }
}
