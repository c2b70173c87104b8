using System.Collections.Frozen;

namespace CustomerInsight;

/// <summary>The policies of all identifier types.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class IdentifierPolicies
{
    private readonly FrozenDictionary<string, IdentifierPolicy> _policies;
    private readonly bool _expire;

    /// <summary>Makes the policies.</summary>
    /// <param name="policies">One for each type that is not to be taken as <see cref="IdentifierStrength.Strong"/>, or that has blocked values.</param>
    /// <exception cref="ArgumentException">Two policies are for the same type.</exception>
    public IdentifierPolicies(IEnumerable<IdentifierPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _policies = policies.ToFrozenDictionary(static policy => policy.Type, StringComparer.Ordinal);
        Policies = ValueList.From(_policies.Values.OrderBy(static policy => policy.Type, StringComparer.Ordinal));
        _expire = Policies.Any(Expires);
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

    /// <summary>Says whether an identifier that two records share may link them.</summary>
    /// <param name="shared">The identifier that both claim.</param>
    /// <param name="left">When one was observed, or null where its source does not say.</param>
    /// <param name="right">When the other was.</param>
    /// <returns>
    /// False for a blank or blocked value (law L14), and where both have a time and these are more than <see cref="IdentifierPolicy.ExpiresAfterDays"/> apart. The order of the two does not matter.
    /// </returns>
    public bool MayLink(Identifier shared, DateTimeOffset? left, DateTimeOffset? right) =>
        MayLink(shared) && !(_policies.TryGetValue(shared.Type, out IdentifierPolicy? policy) && !policy.Counts(left, right));

    /// <summary>Says whether what identifiers link can depend on when their record was observed.</summary>
    /// <param name="identifiers">What one record claims.</param>
    /// <returns>True where one of them may link, is more than weak, and expires.</returns>
    public bool DependsOnTime(ValueList<Identifier> identifiers)
    {
        if (!_expire)
        {
            return false;
        }

        foreach (Identifier identifier in identifiers)
        {
            if (_policies.TryGetValue(identifier.Type, out IdentifierPolicy? policy) && Expires(policy) && MayLink(identifier))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Expires(IdentifierPolicy policy) => policy.ExpiresAfterDays is not null && policy.Strength > IdentifierStrength.Weak;
}
