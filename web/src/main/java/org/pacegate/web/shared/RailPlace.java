package org.pacegate.web.shared;

/**
 * One line of the rail.
 *
 * @param key its name's key after {@code rail.}
 * @param shortcut the key that leads there, empty for none
 */
public record RailPlace(String key, String href, String shortcut, boolean current) {}
