package org.pacegate.service.shared;

import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One row of a native query, read by column number from 0, in the product's types. */
public final class Row {

  private final Object[] values;

  /** A row as the provider returns it: an array, or the value itself when there is one column. */
  public Row(Object row) {
    this.values = row instanceof Object[] columns ? columns : new Object[] {row};
  }

  /** The columns from this one on, as a row of its own. */
  public Row from(int column) {
    return new Row(Arrays.copyOfRange(values, column, values.length));
  }

  /** Runs a native query and reads each of its rows. */
  public static <T> List<T> list(Query query, Function<Row, T> reader) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> reader.apply(new Row(row))).toList();
  }

  /** A number that must be there. */
  public long id(int column) {
    return ((Number) values[column]).longValue();
  }

  /** A number, or null. */
  public Long idOrNull(int column) {
    return values[column] == null ? null : id(column);
  }

  public BigDecimal amount(int column) {
    return (BigDecimal) values[column];
  }

  public String text(int column) {
    return (String) values[column];
  }

  public boolean flag(int column) {
    return values[column] != null && (Boolean) values[column];
  }

  public Instant instant(int column) {
    return values[column] == null ? null : ((Timestamp) values[column]).toInstant();
  }

  public LocalDate day(int column) {
    return values[column] == null ? null : ((Date) values[column]).toLocalDate();
  }

  /** A constant named by the column, or null. */
  public <E extends Enum<E>> E constant(int column, Class<E> type) {
    return values[column] == null ? null : Enum.valueOf(type, text(column));
  }
}
