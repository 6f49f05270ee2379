package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page reads a record")
class RecordResolverTest {

  /** A read record as services hand them out. */
  public record Row(String familyName, int age) {}

  private final RecordResolver resolver = new RecordResolver();
  private final ELContext context = new PlainContext();

  @Test
  void byTheNamesOfItsComponents() {
    assertThat(resolver.getValue(context, new Row("Weber", 51), "age")).isEqualTo(51);
    assertThat(context.isPropertyResolved()).isTrue();
    assertThat(resolver.getType(context, new Row("Weber", 51), "familyName"))
        .isEqualTo(String.class);
  }

  @Test
  void andLeavesEverythingElseToOthers() {
    assertThat(resolver.getValue(context, new Row("Weber", 51), "class")).isNull();
    assertThat(resolver.getValue(context, "text", "bytes")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void andNeverChangesIt() {
    Row row = new Row("Weber", 51);
    assertThat(resolver.isReadOnly(context, row, "age")).isTrue();
    assertThatThrownBy(() -> resolver.setValue(context, row, "age", 52))
        .isInstanceOf(PropertyNotWritableException.class);
  }

  private static final class PlainContext extends ELContext {

    @Override
    public ELResolver getELResolver() {
      return null;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }
  }
}
