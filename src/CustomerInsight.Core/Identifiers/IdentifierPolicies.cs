using System.Collections.Frozen;

namespace CustomerInsight;

/// <summary>The policies of all identifier types.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class IdentifierPolicies
{
    private readonly FrozenDictionary<string, IdentifierPolicy> _policies;

    /// <summary>Makes the policies.</summary>
    /// <param name="policies">One for each type that is not to be taken as <see cref="IdentifierStrength.Strong"/>, or that has blocked values.</param>
    /// <exception cref="ArgumentException">Two policies are for the same type.</exception>
    public IdentifierPolicies(IEnumerable<IdentifierPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _policies = policies.ToFrozenDictionary(static policy => policy.Type, StringComparer.Ordinal);
        Policies = ValueList.From(_policies.Values.OrderBy(static policy => policy.Type, StringComparer.Ordinal));
    }

    /// <summary>Gets the policies that were given, by type in ordinal order.</summary>
    public ValueList<IdentifierPolicy> Policies { get; }

    /// <summary>Gets the policies under which every type is strong and nothing is blocked.</summary>
    public static IdentifierPolicies Default { get; } = new([]);

    /// <summary>Gives the policy of a type.</summary>
    /// <param name="type">The identifiers' type.</param>
    /// <returns>Its policy; strong without blocked values where none was set.</returns>
    public IdentifierPolicy For(string type) => _policies.GetValueOrDefault(type) ?? new IdentifierPolicy(type, IdentifierStrength.Strong);

    /// <summary>Says whether an identifier may link records at all.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <returns>False for a blank or blocked value (law L14).</returns>
    public bool MayLink(Identifier identifier) =>
        !string.IsNullOrWhiteSpace(identifier.Value) && !(_policies.TryGetValue(identifier.Type, out IdentifierPolicy? policy) && policy.BlockedValues.Contains(identifier.Value, StringComparer.Ordinal));
}
