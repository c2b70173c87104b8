namespace CustomerInsight.Matching;

/// <summary>A table in which blocked values count as missing, and how many did.</summary>
internal sealed record ValueBlocking(StandardizedTable Table, long Taken, int Unused)
{
    /// <summary>Takes blocked values out; the table itself where there are none.</summary>
    public static ValueBlocking Of(StandardizedTable table, ValueList<BlockedValue> blocked)
    {
        long taken = 0;
        int unused = 0;
        StandardizedTable rest = table;
        foreach (IGrouping<string, BlockedValue> group in blocked.Distinct().GroupBy(static value => value.Attribute, StringComparer.Ordinal))
        {
            int attribute = table.Schema.IndexOf(group.Key);
            if (attribute < 0)
            {
                unused += group.Count();
                continue;
            }

            bool isEmail = table.Schema.Attributes[attribute].Kind == AttributeKind.Email;
            IReadOnlyList<string>[] forms = [.. group.Select(value => BlockedForms.Of(value.Value, isEmail, text => table.Standardize(attribute, text)))];
            HashSet<string> all = [.. forms.SelectMany(static form => form)];
            var met = new HashSet<string>(StringComparer.Ordinal);
            rest = rest.Without(attribute, value => Meets(value) | (isEmail && Meets(BlockedForms.User(value))));
            unused += forms.Count(form => !form.Any(met.Contains));
            taken += Held(table, attribute) - Held(rest, attribute);

            bool Meets(string form) => all.Contains(form) && (met.Add(form) || true);
        }

        return new ValueBlocking(rest, taken, unused);
    }

    private static long Held(StandardizedTable table, int attribute)
    {
        StandardizedColumn column = table.Column(attribute);
        long held = 0;
        for (int record = 0; record < table.Count; record++)
        {
            held += column.Ids(record).Length;
        }

        return held;
    }
}
