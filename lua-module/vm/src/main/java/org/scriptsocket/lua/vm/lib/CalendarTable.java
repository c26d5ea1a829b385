package org.scriptsocket.lua.vm.lib;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** A time in fields, as {@code os.date("*t")} gives it and {@code os.time} takes it. */
@NullMarked
final class CalendarTable {

    private CalendarTable() {}

    static LuaTable of(ZonedDateTime time) {
        LuaTable fields = new LuaTable(0, 9);
        fields.set("year", time.getYear());
        fields.set("month", time.getMonthValue());
        fields.set("day", time.getDayOfMonth());
        fields.set("hour", time.getHour());
        fields.set("min", time.getMinute());
        fields.set("sec", time.getSecond());
        fields.set("wday", time.getDayOfWeek().getValue() % 7 + 1);
        fields.set("yday", time.getDayOfYear());
        fields.set(LuaValue.valueOf("isdst"), LuaValue.valueOf(isSummer(time)));
        return fields;
    }

    /** The seconds since 1970. What is out of its range counts on, as C's {@code mktime} has it. */
    static long seconds(LuaTable fields, ZoneId zone) {
        int second = field(fields, "sec", 0);
        int minute = field(fields, "min", 0);
        int hour = field(fields, "hour", 12);
        int day = field(fields, "day", -1);
        int month = field(fields, "month", -1);
        int year = field(fields, "year", -1);
        ZonedDateTime time = LocalDateTime.of(year, 1, 1, 0, 0)
                .plusMonths(month - 1L)
                .plusDays(day - 1L)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .atZone(zone);
        return time.toEpochSecond() + correction(fields.get("isdst"), time);
    }

    /** The other hour, where the table says that summer time is or is not, and the zone says otherwise. */
    private static long correction(LuaValue summer, ZonedDateTime time) {
        if (summer.isnil() || summer.toboolean() == isSummer(time)) {
            return 0;
        }
        return summer.toboolean()
                ? -Duration.ofHours(1).toSeconds()
                : time.getZone().getRules().getDaylightSavings(time.toInstant()).toSeconds();
    }

    static boolean isSummer(ZonedDateTime time) {
        return time.getZone().getRules().isDaylightSavings(time.toInstant());
    }

    /** @param otherwise -1 if there must be one */
    private static int field(LuaTable fields, String name, int otherwise) {
        LuaValue value = fields.get(name);
        LuaValue number = value.isstring() ? value.tonumber() : LuaValue.NIL;
        if (!number.isnil()) {
            return (int) number.todouble();
        }
        if (otherwise < 0) {
            throw new LuaError("field '" + name + "' missing in date table");
        }
        return otherwise;
    }
}
