namespace CustomerInsight.Matching;

/// <summary>A blocking rule: of parts, or by the name of one that is not.</summary>
internal sealed class RuleFile
{
    public string? Name { get; init; }

    public PartFile[]? Parts { get; init; }

    public bool? EitherOrder { get; init; }

    public ConditionSpec? Where { get; init; }

    public OversizeFile[]? Oversize { get; init; }

    public static RuleFile From(ChosenRule chosen)
    {
        OversizeFile[] oversize = [.. chosen.Oversize.Select(OversizeFile.From)];
        return chosen.Rule is BlockingRule rule
            ? new() { Parts = [.. rule.Parts.Select(PartFile.From)], EitherOrder = rule.AnyOrder ? true : null, Where = rule.Condition?.Spec, Oversize = oversize }
            : new() { Name = chosen.Rule.Name, Oversize = oversize };
    }

    public ChosenRule ToRule(IdentifierPolicies policies, MatchModelLoadOptions options, string path)
    {
        OversizeBlock[] oversize = FileCheck.Each(Oversize, $"{path}.oversize", (file, at) => file.ToBlock(options, at));
        return new ChosenRule(Parts is null ? Named(policies, options, path) : OfParts(options, path), ValueList.From(oversize));
    }

    private BlockingRule OfParts(MatchModelLoadOptions options, string path)
    {
        BlockingPart[] parts = FileCheck.Each(Parts, $"{path}.parts", (file, at) => file.ToPart(options, at));
        if (parts.Length == 0 || (EitherOrder == true && parts.Length != 2))
        {
            throw FileCheck.Impossible($"{path}.parts", EitherOrder == true ? "a rule on either order has two parts" : "a rule has at least one part");
        }

        BlockingRule rule = EitherOrder == true ? BlockingRule.OnEitherOrder(parts[0], parts[1]) : BlockingRule.On(parts);
        return Where is null ? rule : rule.Where(ConditionKinds.Make(Where, options, $"{path}.where"));
    }

    private IBlockingRule Named(IdentifierPolicies policies, MatchModelLoadOptions options, string path)
    {
        string name = FileCheck.Present(Name, $"{path}.name");
        IBlockingRule[] own = [IdentifierRule.Deciding(policies), IdentifierRule.Hinting(policies), SameContentRule.Instance];
        return Array.Find(own, rule => rule.Name == name) ?? options.BlockingRule(name, $"{path}.name");
    }
}
