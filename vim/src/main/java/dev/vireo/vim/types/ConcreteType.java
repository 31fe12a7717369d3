package dev.vireo.vim.types;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the record that stands for a VI type which is both a super type, and so an interface here,
 * and occurs by itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConcreteType {

  /** The record for objects of exactly this type. */
  Class<? extends DataObject> value();
}
