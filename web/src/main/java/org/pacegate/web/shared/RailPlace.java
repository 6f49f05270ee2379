package org.pacegate.web.shared;

/**
 * One line of the rail.
 *
 * @param key its name's key after {@code rail.}
 * @param shortcut the key that leads there, empty for none
 * @param waiting how many wait, null when nothing is counted
 */
public record RailPlace(
    String key, String href, String shortcut, boolean current, Long waiting, boolean danger) {}
