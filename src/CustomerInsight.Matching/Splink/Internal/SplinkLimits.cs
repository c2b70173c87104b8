namespace CustomerInsight.Matching;

/// <summary>Makes conditions of SQL that sets a limit to a similarity or a distance.</summary>
internal static class SplinkLimits
{
    private static readonly Dictionary<string, string> Comparator = new(StringComparer.Ordinal)
    {
        ["jaro_winkler_similarity"] = "jaro-winkler",
        ["jaro_winkler"] = "jaro-winkler",
        ["jaro_similarity"] = "jaro",
        ["jaro_sim"] = "jaro",
        ["jaccard"] = "jaccard-1-gram",
    };

    private static readonly Dictionary<string, EditKind> Edits = new(StringComparer.Ordinal)
    {
        ["levenshtein"] = EditKind.Levenshtein,
        ["editdist3"] = EditKind.Levenshtein,
        ["damerau_levenshtein"] = EditKind.DamerauLevenshtein,
    };

    /// <summary>Makes the condition.</summary>
    /// <exception cref="SqlSyntaxException">It is not known, or treats the two records differently.</exception>
    public static LevelCondition Condition(SplinkColumns columns, string operation, SqlNode measured, SqlNumber limit)
    {
        if (measured is not SqlCall call)
        {
            throw new SqlSyntaxException("a column by itself has no distance");
        }

        if (Comparator.TryGetValue(call.Name, out string? comparator) && operation is ">=" or ">")
        {
            (string attribute, ValuePart part) = Pair(columns, call);
            double atLeast = operation == ">" ? Math.BitIncrement(limit.Value) : limit.Value;
            return atLeast is > 0 and <= 1
                ? Matching.Condition.Similar(attribute, Comparators.Find(comparator) ?? throw new SqlSyntaxException($"there is no comparator '{comparator}'"), atLeast, part)
                : throw new SqlSyntaxException("a similarity lies above 0 and at most at 1");
        }

        if (Edits.TryGetValue(call.Name, out EditKind kind) && operation is "<=" or "<")
        {
            (string attribute, ValuePart part) = Pair(columns, call);
            int edits = Most(operation, limit);
            return edits > 0 ? Matching.Condition.EditsWithin(attribute, edits, part, kind) : Matching.Condition.Same(attribute, part);
        }

        return SplinkDistances.Condition(columns, operation, measured, limit) ?? throw new SqlSyntaxException($"'{call.Name}' with '{operation}' is not known here");
    }

    private static int Most(string operation, SqlNumber limit) =>
        SplinkColumns.Whole(new SqlNumber(operation == "<" ? Math.Ceiling(limit.Value) - 1 : Math.Floor(limit.Value)));

    private static (string Attribute, ValuePart Part) Pair(SplinkColumns columns, SqlCall call) =>
        call.Operands.Count == 2 && call.Operands[0].Mirrored == call.Operands[1]
            ? columns.Value(call.Operands[0])
            : throw new SqlSyntaxException("it does not compare the same of both records");
}
