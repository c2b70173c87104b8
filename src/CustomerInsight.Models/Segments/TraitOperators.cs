namespace CustomerInsight.Models;

/// <summary>All operators, with what an editor of conditions has to know of each.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class TraitOperators
{
    private static readonly ValueList<TraitKind> Ordered = [TraitKind.Number, TraitKind.Date];
    private static readonly ValueList<TraitKind> Listed = [TraitKind.Number, TraitKind.Text, TraitKind.Date];
    private static readonly ValueList<TraitKind> Single = [TraitKind.Number, TraitKind.Text, TraitKind.Date, TraitKind.Flag];
    private static readonly ValueList<TraitKind> Every = [.. Enum.GetValues<TraitKind>()];

    /// <summary>Gets the operators, in the order of <see cref="TraitOperator"/>.</summary>
    public static ValueList<TraitOperatorDefinition> All { get; } =
    [
        new(TraitOperator.Is, "is", Single, 1, 1, null, "is"),
        new(TraitOperator.IsNot, "isNot", Single, 1, 1, null, "is known and not"),
        new(TraitOperator.IsOneOf, "isOneOf", Listed, 1, int.MaxValue, null, "is one of"),
        new(TraitOperator.IsNoneOf, "isNoneOf", Listed, 1, int.MaxValue, null, "is known and none of"),
        new(TraitOperator.LessThan, "lessThan", Ordered, 1, 1, null, "is less than"),
        new(TraitOperator.AtMost, "atMost", Ordered, 1, 1, null, "is at most"),
        new(TraitOperator.MoreThan, "moreThan", Ordered, 1, 1, null, "is more than"),
        new(TraitOperator.AtLeast, "atLeast", Ordered, 1, 1, null, "is at least"),
        new(TraitOperator.Between, "between", Ordered, 2, 2, null, "is between"),
        new(TraitOperator.Contains, "contains", [TraitKind.Text], 1, 1, TraitKind.Text, "contains"),
        new(TraitOperator.StartsWith, "startsWith", [TraitKind.Text], 1, 1, TraitKind.Text, "starts with"),
        new(TraitOperator.EndsWith, "endsWith", [TraitKind.Text], 1, 1, TraitKind.Text, "ends with"),
        new(TraitOperator.HasAny, "hasAny", [TraitKind.Texts], 1, int.MaxValue, TraitKind.Text, "has any of"),
        new(TraitOperator.HasAll, "hasAll", [TraitKind.Texts], 1, int.MaxValue, TraitKind.Text, "has all of"),
        new(TraitOperator.HasNone, "hasNone", [TraitKind.Texts], 1, int.MaxValue, TraitKind.Text, "is known and has none of"),
        new(TraitOperator.WithinLastDays, "withinLastDays", [TraitKind.Date], 1, 1, TraitKind.Number, "is within the last"),
        new(TraitOperator.MoreThanDaysAgo, "moreThanDaysAgo", [TraitKind.Date], 1, 1, TraitKind.Number, "is longer ago than"),
        new(TraitOperator.WithinNextDays, "withinNextDays", [TraitKind.Date], 1, 1, TraitKind.Number, "is within the next"),
        new(TraitOperator.AnniversaryWithinNextDays, "anniversaryWithinNextDays", [TraitKind.Date], 1, 1, TraitKind.Number, "has its anniversary within the next"),
        new(TraitOperator.IsMissing, "isMissing", Every, 0, 0, null, "is missing"),
        new(TraitOperator.IsKnown, "isKnown", Every, 0, 0, null, "is known"),
    ];

    /// <summary>Gives the definition of an operator.</summary>
    /// <param name="operator">The operator.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such operator.</exception>
    public static TraitOperatorDefinition Of(TraitOperator @operator) => Enum.IsDefined(@operator)
        ? All[(int)@operator]
        : throw new ArgumentOutOfRangeException(nameof(@operator), @operator, $"Expected one of {nameof(TraitOperator)}.");

    /// <summary>Finds an operator by its name in JSON.</summary>
    /// <param name="name">The name; upper and lower case differ.</param>
    /// <returns>The definition, or null where there is none of that name.</returns>
    public static TraitOperatorDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    /// <summary>Lists what can be asked of a kind of trait.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The operators in order.</returns>
    public static IEnumerable<TraitOperatorDefinition> For(TraitKind kind) => All.Where(definition => definition.Kinds.Contains(kind));
}
