namespace CustomerInsight.Matching;

/// <summary>
/// Makes conditions of SQL. A condition holds where SQL says true: where a value is missing SQL says unknown, so what is negated also asks that
/// the values are there.
/// </summary>
internal sealed class SplinkConditions(SplinkColumns columns)
{
    /// <summary>Makes the condition of an expression.</summary>
    /// <exception cref="SqlSyntaxException">It is not understood, or treats the two records differently.</exception>
    /// <exception cref="SplinkNeverException">It holds for no pair.</exception>
    public LevelCondition Of(SqlNode node) => node switch
    {
        SqlCall { Name: SqlCall.And } list => All(list),
        SqlCall { Name: SqlCall.Or } list => Any(list),
        SqlCall { Name: SqlCall.Not, Operands: [var negated] } => Negated(negated),
        SqlCall { Name: "=", Operands: [var left, var right] } => Equal(left, right),
        SqlCall { Name: "<=" or "<" or ">=" or ">", Operands: [var left, SqlNumber limit] } comparison => SplinkLimits.Condition(columns, comparison.Name, left, limit),
        SqlCall call => throw new SqlSyntaxException($"'{call.Name}' is not known here"),
        _ => throw new SqlSyntaxException("it is no condition"),
    };

    private LevelCondition All(SqlCall list)
    {
        List<SqlNode> operands = Flat(list);
        var conditions = new List<LevelCondition>();
        while (operands.Count > 0)
        {
            SqlNode first = operands[0];
            operands.RemoveAt(0);

            // What one record has in the first column the other has in the second, and the other way round.
            if (first is SqlCall { Name: "=", Operands: [SqlColumn left, SqlColumn right] } && left.Name != right.Name)
            {
                SqlCall back = new("=", [right.Mirrored, left.Mirrored]);
                int found = operands.FindIndex(operand => operand == first.Mirrored || operand == back);
                conditions.Add(found >= 0 ? Crossed(left.Name, right.Name) : throw OneSided());
                operands.RemoveAt(found);
            }
            else if (Mirror(first, operands) is { } present && first is SqlCall { Name: SqlCall.Not, Operands: [SqlCall { Name: SqlCall.IsNull }] })
            {
                operands.RemoveAt(present);
                conditions.Add(Condition.Not(Missing(((SqlCall)((SqlCall)first).Operands[0]).Operands[0])));
            }
            else
            {
                conditions.Add(Of(first));
            }
        }

        return conditions.Count == 1 ? conditions[0] : Condition.All([.. conditions]);
    }

    private LevelCondition Any(SqlCall list)
    {
        List<SqlNode> operands = Flat(list);
        var conditions = new List<LevelCondition>();
        while (operands.Count > 0)
        {
            SqlNode first = operands[0];
            operands.RemoveAt(0);
            if (first is SqlCall { Name: SqlCall.IsNull, Operands: [var value] })
            {
                operands.RemoveAt(Mirror(first, operands) ?? throw OneSided());
                conditions.Add(Missing(value));
            }
            else
            {
                conditions.Add(Of(first));
            }
        }

        return conditions.Count == 1 ? conditions[0] : Condition.Any([.. conditions]);
    }

    /// <summary>Brings the negation down to what is compared (De Morgan), where a missing value makes it unknown.</summary>
    private LevelCondition Negated(SqlNode node)
    {
        switch (node)
        {
            case SqlCall { Name: SqlCall.Not, Operands: [var inner] }:
                return Of(inner);
            case SqlCall { Name: SqlCall.And } list:
                return Of(new SqlCall(SqlCall.Or, ValueList.From(list.Operands.Select(static operand => (SqlNode)new SqlCall(SqlCall.Not, [operand])))));
            case SqlCall { Name: SqlCall.Or } list when Flat(list).TrueForAll(static operand => operand is SqlCall { Name: SqlCall.IsNull }):
                return Condition.Not(Any(list));
            case SqlCall { Name: SqlCall.Or } list:
                return Of(new SqlCall(SqlCall.And, ValueList.From(list.Operands.Select(static operand => (SqlNode)new SqlCall(SqlCall.Not, [operand])))));
            default:
                LevelCondition condition = Of(node);
                return Condition.All([Condition.Not(condition), .. Values(condition).Distinct().Select(static value => Condition.Not(Condition.Missing(value.Attribute, value.Part)))]);
        }
    }

    private static IEnumerable<(string Attribute, ValuePart Part)> Values(LevelCondition condition) =>
        condition.Attributes.Select(attribute => (attribute, condition is DaysCondition days ? days.Date : ValuePart.Find(condition.Spec.Part ?? ValuePart.Whole.Name)!));

    private LevelCondition Equal(SqlNode left, SqlNode right)
    {
        if (left.Mirrored != right)
        {
            throw OneSided();
        }

        (string attribute, ValuePart part) = columns.Value(left);
        return Condition.Same(attribute, part);
    }

    private LevelCondition Missing(SqlNode value)
    {
        (string attribute, ValuePart part) = columns.Value(value);
        return Condition.Missing(attribute, part);
    }

    private LevelCondition Crossed(string first, string second)
    {
        string one = columns.Attribute(first);
        string other = columns.Attribute(second);
        return Condition.All(Condition.Crossed(one, other), Condition.Not(Condition.Missing(one)), Condition.Not(Condition.Missing(other)));
    }

    /// <summary>Where the same is said of the other record, or null.</summary>
    private static int? Mirror(SqlNode node, List<SqlNode> among) => among.IndexOf(node.Mirrored) is >= 0 and int found ? found : null;

    private static List<SqlNode> Flat(SqlCall call) =>
        [.. call.Operands.SelectMany(operand => operand is SqlCall inner && inner.Name == call.Name ? Flat(inner) : [operand])];

    private static SqlSyntaxException OneSided() => new("it treats the two records differently");
}
