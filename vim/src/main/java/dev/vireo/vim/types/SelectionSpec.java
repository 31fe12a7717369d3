package dev.vireo.vim.types;

/** A way from one object to others (VI API {@code SelectionSpec}). */
@ConcreteType(NamedSelectionSpec.class)
public sealed interface SelectionSpec extends DataObject
    permits NamedSelectionSpec, TraversalSpec, UnknownObject {}
