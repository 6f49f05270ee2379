package org.pacegate.web.intake;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Entries seen as values of another type, so that a page's inputs can read and write them. */
final class EntryMap<V> extends AbstractMap<String, V> {

  private final Set<String> fields;
  private final Function<String, V> reader;
  private final BiConsumer<String, V> writer;

  EntryMap(Set<String> fields, Function<String, V> reader, BiConsumer<String, V> writer) {
    this.fields = fields;
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public V get(Object field) {
    return reader.apply((String) field);
  }

  @Override
  public boolean containsKey(Object field) {
    return true;
  }

  @Override
  public V put(String field, V value) {
    writer.accept(field, value);
    return null;
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return fields.stream()
            .<Map.Entry<String, V>>map(field -> new SimpleEntry<>(field, get(field)))
            .iterator();
      }

      @Override
      public int size() {
        return fields.size();
      }
    };
  }
}
