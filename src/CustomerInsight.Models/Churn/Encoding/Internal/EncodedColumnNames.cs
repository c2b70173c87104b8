namespace CustomerInsight.Models;

/// <summary>Names the features that traits become, in the order in which writers write them.</summary>
internal static class EncodedColumnNames
{
    public static ValueList<EncodedColumn> Of(ValueList<TraitEncoding> traits)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<EncodedColumn>();
        foreach (TraitEncoding trait in traits)
        {
            foreach (EncodedColumn column in Of(trait))
            {
                // A trait may be named as the level of another.
                EncodedColumn own = column;
                for (int number = 2; !taken.Add(own.Name); number++)
                {
                    own = column with { Name = FormattableString.Invariant($"{column.Name} ({number})") };
                }

                columns.Add(own);
            }
        }

        return ValueList.From(columns);
    }

    private static IEnumerable<EncodedColumn> Of(TraitEncoding trait)
    {
        string name = trait.Trait;
        switch (trait.Method)
        {
            case TraitEncodingMethod.Value:
                yield return new EncodedColumn(name, name, EncodedColumnKind.Value);
                break;
            case TraitEncodingMethod.Logarithm:
                yield return new EncodedColumn($"{name} (log)", name, EncodedColumnKind.Value);
                break;
            case TraitEncodingMethod.Numbered:
                yield return new EncodedColumn(name, name, EncodedColumnKind.Number);
                break;
            case TraitEncodingMethod.Levels or TraitEncodingMethod.Members:
                EncodedColumnKind kind = trait.Method == TraitEncodingMethod.Levels ? EncodedColumnKind.Level : EncodedColumnKind.Member;
                foreach (string level in trait.Levels)
                {
                    yield return new EncodedColumn($"{name}={level}", name, kind, level);
                }

                if (trait.HasOther)
                {
                    yield return new EncodedColumn($"{name} (other)", name, EncodedColumnKind.Other);
                }

                break;
        }

        if (trait.HasMissing)
        {
            yield return new EncodedColumn($"{name} (missing)", name, EncodedColumnKind.Missing);
        }

        if (trait.Counts.Count > 0)
        {
            yield return new EncodedColumn($"{name} (commonness)", name, EncodedColumnKind.Commonness);
        }
    }
}
