package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.xml.Extras;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No component of the model goes without a document that fills it. */
class DomainXmlCompletenessTest {

  private static final String PACKAGE = DomainDefinition.class.getPackageName();

  @Test
  void eachComponentOfEachRecordIsFilledBySomeDocument() throws ReflectiveOperationException {
    Set<Class<?>> records = new LinkedHashSet<>();
    collectRecords(DomainDefinition.class, records);
    Set<String> expected = new TreeSet<>();
    for (Class<?> type : records) {
      for (RecordComponent component : type.getRecordComponents()) {
        expected.add(name(component));
      }
    }

    Set<String> filled = new TreeSet<>();
    for (String name : Documents.ALL) {
      collectFilled(DomainXml.parse(Documents.read(name)), filled);
    }

    assertThat(expected).hasSizeGreaterThan(150);
    expected.removeAll(filled);
    assertThat(expected).isEmpty();
  }

  private static String name(RecordComponent component) {
    Class<?> type = component.getDeclaringRecord();
    return type.getName().substring(PACKAGE.length() + 1) + "." + component.getName();
  }

  private static void collectRecords(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collectRecords(argument, records);
      }
    } else if (type instanceof Class<?> named && named.getPackageName().equals(PACKAGE)) {
      if (named.isSealed()) {
        for (Class<?> permitted : named.getPermittedSubclasses()) {
          collectRecords(permitted, records);
        }
      } else if (named.isRecord() && records.add(named)) {
        for (RecordComponent component : named.getRecordComponents()) {
          collectRecords(component.getGenericType(), records);
        }
      }
    }
  }

  private static void collectFilled(Object value, Set<String> filled)
      throws ReflectiveOperationException {
    if (value instanceof Collection<?> many) {
      for (Object one : many) {
        collectFilled(one, filled);
      }
    } else if (value instanceof Record one && one.getClass().getPackageName().equals(PACKAGE)) {
      for (RecordComponent component : one.getClass().getRecordComponents()) {
        Object part = component.getAccessor().invoke(one);
        if (part != null && !isDefault(component, part)) {
          filled.add(name(component));
          collectFilled(part, filled);
        }
      }
    }
  }

  private static boolean isDefault(RecordComponent component, Object value) {
    return component.getType().isPrimitive()
        ? List.of(false, 0, 0L).contains(value)
        : List.of("", List.of(), Extras.NONE).contains(value);
  }
}
