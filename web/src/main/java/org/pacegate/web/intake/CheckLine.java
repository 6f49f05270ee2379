package org.pacegate.web.intake;

/** One entry in words; an empty value says that nothing was given. */
public record CheckLine(String label, String value) {}
