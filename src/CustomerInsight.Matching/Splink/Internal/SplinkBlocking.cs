using System.Text.Json;

namespace CustomerInsight.Matching;

/// <summary>Makes blocking rules of SQL.</summary>
internal static class SplinkBlocking
{
    /// <summary>Makes the rule, or gives null and says why in the notes.</summary>
    public static BlockingRule? Read(JsonElement source, IReadOnlyDictionary<string, string> attributes, List<SplinkNote> notes)
    {
        string sql = source.ValueKind == JsonValueKind.String ? source.GetString()!
            : source.ValueKind == JsonValueKind.Object && source.TryGetProperty("blocking_rule", out JsonElement rule) && rule.ValueKind == JsonValueKind.String ? rule.GetString()!
            : string.Empty;
        try
        {
            var parts = new List<BlockingPart>();
            var conditions = new List<SqlNode>();
            foreach (SqlNode node in Operands(SqlParser.Parse(sql)))
            {
                if (node is SqlCall { Name: "=", Operands: [var left, var right] } && left.Mirrored == right)
                {
                    (string attribute, ValuePart part) = new SplinkColumns(attributes).Value(left);
                    parts.Add(new BlockingPart(attribute, part));
                }
                else
                {
                    conditions.Add(node);
                }
            }

            BlockingRule keys = parts.Count > 0 ? BlockingRule.On([.. parts]) : throw new SqlSyntaxException("it asks for no equality");
            return conditions.Count > 0 ? Narrowed(keys, conditions, sql, attributes, notes) : keys;
        }
        catch (Exception problem) when (problem is SqlSyntaxException or SplinkNeverException)
        {
            notes.Add(new SplinkNote("blocking rule", sql, $"the rule was left out: {problem.Message}", true));
            return null;
        }
    }

    private static BlockingRule Narrowed(BlockingRule keys, List<SqlNode> conditions, string sql, IReadOnlyDictionary<string, string> attributes, List<SplinkNote> notes)
    {
        try
        {
            return keys.Where(new SplinkConditions(new SplinkColumns(attributes)).Of(conditions.Count == 1 ? conditions[0] : new SqlCall(SqlCall.And, ValueList.From(conditions))));
        }
        catch (Exception problem) when (problem is SqlSyntaxException or SplinkNeverException)
        {
            notes.Add(new SplinkNote("blocking rule", sql, $"what it asks for beside equality was left out, so that it finds more pairs: {problem.Message}", false));
            return keys;
        }
    }

    private static IEnumerable<SqlNode> Operands(SqlNode node) => node is SqlCall { Name: SqlCall.And } list ? list.Operands.SelectMany(Operands) : [node];
}
