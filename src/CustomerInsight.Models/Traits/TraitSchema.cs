namespace CustomerInsight.Models;

/// <summary>The traits that customers may have, in a fixed order: what rules are written against.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class TraitSchema : IEquatable<TraitSchema>
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Makes a schema.</summary>
    /// <param name="traits">The traits in order. May be empty.</param>
    /// <exception cref="ArgumentException">Two traits have the same name, or one has none, or a kind that is none.</exception>
    public TraitSchema(ValueList<TraitDefinition> traits)
    {
        Traits = traits;
        for (int i = 0; i < traits.Count; i++)
        {
            if (traits[i] is not { } trait || string.IsNullOrWhiteSpace(trait.Name) || !_positions.TryAdd(trait.Name, i))
            {
                throw new ArgumentException(FormattableString.Invariant($"Trait {i} is named '{traits[i]?.Name}', which is blank or taken by an earlier trait. Give every trait a name of its own."), nameof(traits));
            }

            if (!Enum.IsDefined(trait.Kind))
            {
                throw new ArgumentException($"Trait '{trait.Name}' is of kind {trait.Kind}, which is none. Use one of {nameof(TraitKind)}.", nameof(traits));
            }
        }
    }

    /// <summary>Gets the traits in order.</summary>
    public ValueList<TraitDefinition> Traits { get; }

    /// <summary>Finds a trait by its name.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>Its position in <see cref="Traits"/>, or −1 where there is none. Cost O(1).</returns>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _positions.TryGetValue(name, out int position) ? position : -1;
    }

    /// <summary>Finds a trait by its name.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The trait, or null where there is none. Cost O(1).</returns>
    public TraitDefinition? Find(string name) => IndexOf(name) is >= 0 and int position ? Traits[position] : null;

    /// <inheritdoc/>
    public bool Equals(TraitSchema? other) => other is not null && Traits == other.Traits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TraitSchema);

    /// <inheritdoc/>
    public override int GetHashCode() => Traits.GetHashCode();
}
