package dev.vireo.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A driver without a function says so in libvirt's words. */
class TablesTest {

  @Test
  void everyMethodOfEveryTableRefusesWithAFunctionOfItsOwn() throws ReflectiveOperationException {
    List<String> functions = new ArrayList<>();
    for (Method give : HypervisorConnection.class.getMethods()) {
      if (give.getReturnType().getName().endsWith("Table")) {
        for (Method method : give.getReturnType().getMethods()) {
          functions.add(TableFunctions.of(give, method));
        }
      }
    }

    assertThat(functions)
        .hasSizeGreaterThan(30)
        .doesNotHaveDuplicates()
        .allMatch(function -> function.matches("vir[A-Z][A-Za-z]+"));
  }
}
