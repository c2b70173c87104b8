namespace CustomerInsight.Matching;

/// <summary>How identifiers are taken in a run, where the host and a trained model both say so.</summary>
internal static class EffectivePolicies
{
    /// <summary>The host's policy of each type, else the model's; what either blocks is blocked.</summary>
    public static IdentifierPolicies Of(IdentifierPolicies host, IdentifierPolicies model)
    {
        if (ReferenceEquals(host, model))
        {
            return host;
        }

        HashSet<string> types = [.. host.Policies.Select(static policy => policy.Type)];
        return new IdentifierPolicies(host.Policies
            .Select(policy => policy with { BlockedValues = ValueList.From(policy.BlockedValues.Union(model.For(policy.Type).BlockedValues, StringComparer.Ordinal)) })
            .Concat(model.Policies.Where(policy => !types.Contains(policy.Type))));
    }
}
