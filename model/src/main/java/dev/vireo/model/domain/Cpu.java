package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processor that the guest sees ({@code <cpu>}).
 *
 * @param mode {@code custom}, {@code host-model}, {@code host-passthrough} or {@code maximum}; null
 *     when not said
 * @param match how strictly a custom model is taken; null when not said
 * @param check how its features are checked before the start; null when not said
 * @param migratable {@code on} or {@code off}; null when not said
 * @param model the custom model; null when not said
 * @param topology how the processors are arranged; null when not said
 * @param features what it must, may or must not have
 * @param extras everything else
 */
public record Cpu(
    @Nullable String mode,
    @Nullable String match,
    @Nullable String check,
    @Nullable String migratable,
    @Nullable Model model,
    @Nullable Topology topology,
    List<Feature> features,
    Extras extras) {

  public Cpu {
    features = List.copyOf(features);
  }

  /**
   * A named model.
   *
   * @param name its name
   * @param fallback {@code allow} or {@code forbid}; null when not said
   * @param extras everything else
   */
  public record Model(String name, @Nullable String fallback, Extras extras) {
    /** A builder that begins with all of this model. */
    public Builder toBuilder() {
      return new Builder(name).fallback(fallback).extras(extras);
    }

    /**
     * A builder of a model with nothing else.
     *
     * @param name see {@link #name}
     */
    public static Builder builder(String name) {
      return new Builder(name);
    }

    /** Collects one {@link Model}. Not for several threads. */
    public static final class Builder {

      private String name;
      private @Nullable String fallback;
      private Extras extras = Extras.NONE;

      private Builder(String name) {
        this.name = name;
      }

      /** Sets {@link Model#name}. */
      public Builder name(String value) {
        name = value;
        return this;
      }

      /** Sets {@link Model#fallback}. */
      public Builder fallback(@Nullable String value) {
        fallback = value;
        return this;
      }

      /** Sets {@link Model#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Model build() {
        return new Model(name, fallback, extras);
      }
    }
  }

  /**
   * How processors are arranged.
   *
   * @param sockets at least 1
   * @param dies at least 1; null when not said
   * @param clusters at least 1; null when not said
   * @param cores at least 1
   * @param threads at least 1
   */
  public record Topology(
      int sockets, @Nullable Integer dies, @Nullable Integer clusters, int cores, int threads) {
    /** A builder that begins with all of this arrangement. */
    public Builder toBuilder() {
      return new Builder(sockets, cores, threads).dies(dies).clusters(clusters);
    }

    /**
     * A builder of an arrangement with nothing else.
     *
     * @param sockets see {@link #sockets}
     * @param cores see {@link #cores}
     * @param threads see {@link #threads}
     */
    public static Builder builder(int sockets, int cores, int threads) {
      return new Builder(sockets, cores, threads);
    }

    /** Collects one {@link Topology}. Not for several threads. */
    public static final class Builder {

      private int sockets;
      private @Nullable Integer dies;
      private @Nullable Integer clusters;
      private int cores;
      private int threads;

      private Builder(int sockets, int cores, int threads) {
        this.sockets = sockets;
        this.cores = cores;
        this.threads = threads;
      }

      /** Sets {@link Topology#sockets}. */
      public Builder sockets(int value) {
        sockets = value;
        return this;
      }

      /** Sets {@link Topology#dies}. */
      public Builder dies(@Nullable Integer value) {
        dies = value;
        return this;
      }

      /** Sets {@link Topology#clusters}. */
      public Builder clusters(@Nullable Integer value) {
        clusters = value;
        return this;
      }

      /** Sets {@link Topology#cores}. */
      public Builder cores(int value) {
        cores = value;
        return this;
      }

      /** Sets {@link Topology#threads}. */
      public Builder threads(int value) {
        threads = value;
        return this;
      }

      /** The finished record. */
      public Topology build() {
        return new Topology(sockets, dies, clusters, cores, threads);
      }
    }
  }

  /**
   * A feature.
   *
   * @param policy {@code require}, {@code disable}...; null when not said
   * @param name such as {@code vmx}
   * @param extras everything else
   */
  public record Feature(@Nullable String policy, String name, Extras extras) {

    /** A feature with nothing else. */
    public Feature(@Nullable String policy, String name) {
      this(policy, name, Extras.NONE);
    }

    /** A builder that begins with all of this feature. */
    public Builder toBuilder() {
      return new Builder(name).policy(policy).extras(extras);
    }

    /**
     * A builder of a feature with nothing else.
     *
     * @param name see {@link #name}
     */
    public static Builder builder(String name) {
      return new Builder(name);
    }

    /** Collects one {@link Feature}. Not for several threads. */
    public static final class Builder {

      private @Nullable String policy;
      private String name;
      private Extras extras = Extras.NONE;

      private Builder(String name) {
        this.name = name;
      }

      /** Sets {@link Feature#policy}. */
      public Builder policy(@Nullable String value) {
        policy = value;
        return this;
      }

      /** Sets {@link Feature#name}. */
      public Builder name(String value) {
        name = value;
        return this;
      }

      /** Sets {@link Feature#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Feature build() {
        return new Feature(policy, name, extras);
      }
    }
  }

  /** A builder that begins with all of this processor. */
  public Builder toBuilder() {
    return new Builder()
        .mode(mode)
        .match(match)
        .check(check)
        .migratable(migratable)
        .model(model)
        .topology(topology)
        .features(features)
        .extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link Cpu}. Not for several threads. */
  public static final class Builder {

    private @Nullable String mode;
    private @Nullable String match;
    private @Nullable String check;
    private @Nullable String migratable;
    private @Nullable Model model;
    private @Nullable Topology topology;
    private List<Feature> features = List.of();
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link Cpu#mode}. */
    public Builder mode(@Nullable String value) {
      mode = value;
      return this;
    }

    /** Sets {@link Cpu#match}. */
    public Builder match(@Nullable String value) {
      match = value;
      return this;
    }

    /** Sets {@link Cpu#check}. */
    public Builder check(@Nullable String value) {
      check = value;
      return this;
    }

    /** Sets {@link Cpu#migratable}. */
    public Builder migratable(@Nullable String value) {
      migratable = value;
      return this;
    }

    /** Sets {@link Cpu#model}. */
    public Builder model(@Nullable Model value) {
      model = value;
      return this;
    }

    /** Sets {@link Cpu#topology}. */
    public Builder topology(@Nullable Topology value) {
      topology = value;
      return this;
    }

    /** Sets {@link Cpu#features}. */
    public Builder features(List<Feature> value) {
      features = value;
      return this;
    }

    /** Sets {@link Cpu#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Cpu build() {
      return new Cpu(mode, match, check, migratable, model, topology, features, extras);
    }
  }
}
