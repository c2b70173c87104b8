namespace CustomerInsight.Matching;

/// <summary>Finds values that stand out among those of their field by how many clusters claim them.</summary>
/// <remarks>
/// A household shares a value too, so how many customers claim one is taken to fall off geometrically, at the rate at which the field's own values do: the share of
/// them that more than one customer claims. A value is proposed where less than one in the whole field is expected to be claimed by so many, and
/// at least <see cref="FewestCustomers"/> claim it.
/// </remarks>
internal static class SharedValueSearch
{
    public const int FewestCustomers = 5;

    // What identifies a person or a household; many people have a name, a town or a birthday in common.
    private static readonly AttributeKind[] Kinds = [AttributeKind.Email, AttributeKind.Phone, AttributeKind.NationalId];

    public static ValueList<SharedValue> Find(StandardizedTable table, MatchNodes nodes, ValueList<int> labels, IdentifierPolicies policies)
    {
        int[] order = NodesByLabel.Of(labels);
        var found = new List<SharedValue>();
        foreach (int attribute in Enumerable.Range(0, table.Schema.Attributes.Count).Where(i => Kinds.Contains(table.Schema.Attributes[i].Kind)))
        {
            StandardizedColumn column = table.Column(attribute);
            var tally = new ValueTally(column.Values.Count);
            foreach (int node in order)
            {
                foreach (int value in column.Ids(nodes.Representative(node)))
                {
                    tally.Add(value, labels[node]);
                }
            }

            found.AddRange(tally.Outstanding([.. Enumerable.Range(0, column.Values.Count)]).Select(value => new SharedValue(column.Attribute.Name, isIdentifier: false, column.Values[value], tally.Contents(value), tally.Customers(value))));
        }

        AddIdentifiers(table, nodes, labels, order, policies, found);
        return ValueList.From(found.OrderByDescending(static shared => shared.Customers).ThenBy(static shared => shared.Field, StringComparer.Ordinal).ThenBy(static shared => shared.Value, StringComparer.Ordinal));
    }

    /// <summary>Identifiers that may link; those of weak types are shared by nature.</summary>
    private static void AddIdentifiers(StandardizedTable table, MatchNodes nodes, ValueList<int> labels, int[] order, IdentifierPolicies policies, List<SharedValue> found)
    {
        var numbers = new Dictionary<Identifier, int>();
        var values = new List<Identifier>();
        var claims = new List<(int Value, int Label)>();
        foreach (int node in order)
        {
            foreach (Identifier identifier in table.Records[nodes.Representative(node)].Identifiers)
            {
                if (!policies.MayLink(identifier) || policies.For(identifier.Type).Strength <= IdentifierStrength.Weak)
                {
                    continue;
                }

                if (!numbers.TryGetValue(identifier, out int value))
                {
                    value = values.Count;
                    numbers.Add(identifier, value);
                    values.Add(identifier);
                }

                claims.Add((value, labels[node]));
            }
        }

        var tally = new ValueTally(values.Count);
        foreach ((int value, int label) in claims)
        {
            tally.Add(value, label);
        }

        // What stands out does so among the values of its own type and scope.
        foreach (IGrouping<(string Type, string Scope), int> field in Enumerable.Range(0, values.Count).GroupBy(value => (values[value].Type, values[value].Scope)))
        {
            found.AddRange(tally.Outstanding([.. field]).Select(value => new SharedValue(values[value].ToString(), isIdentifier: true, values[value].Value, tally.Contents(value), tally.Customers(value))));
        }
    }
}
