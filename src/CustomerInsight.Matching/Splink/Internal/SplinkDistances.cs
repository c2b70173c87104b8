namespace CustomerInsight.Matching;

/// <summary>Makes conditions of SQL that sets a limit to a difference of numbers or dates, a distance on the earth, or how many values are shared.</summary>
internal static class SplinkDistances
{
    private const double EarthRadius = 6371;

    /// <summary>Makes the condition, or gives null where the SQL is of none of these.</summary>
    /// <exception cref="SqlSyntaxException">It is not known.</exception>
    public static LevelCondition? Condition(SplinkColumns columns, string operation, SqlNode measured, SqlNumber limit) => (operation, Uncast(measured)) switch
    {
        ("<=" or "<", SqlCall { Name: "abs", Operands: [SqlCall { Name: "-", Operands: [SqlCall { Name: "epoch", Operands: [var left] }, SqlCall { Name: "epoch", Operands: [var right] }] }] }) when left.Mirrored == right =>
            Days(columns.Date(left), SplinkColumns.Days(new SqlNumber(Most(operation, limit)))),
        ("<=" or "<", SqlCall { Name: "abs", Operands: [SqlCall { Name: "-", Operands: [SqlColumn left, SqlColumn right] }] }) when left.Mirrored == right =>
            Matching.Condition.DifferenceWithin(columns.Attribute(left.Name), Most(operation, limit)),
        ("<=" or "<", SqlCall { Name: "/", Operands: [SqlCall { Name: "abs", Operands: [SqlCall { Name: "-", Operands: [SqlColumn left, SqlColumn right] }] }, SqlCall { Name: SqlCall.Case } larger] }) when left.Mirrored == right && IsLarger(larger, left) =>
            Matching.Condition.RelativeDifferenceWithin(columns.Attribute(left.Name), Most(operation, limit)),
        (">=", SqlCall { Name: "array_length" or "list_length" or "len" or "length" or "array_size", Operands: [SqlCall { Name: "list_intersect" or "array_intersect", Operands: [SqlColumn left, SqlColumn right] }] }) when left.Mirrored == right =>
            Shared(columns.Attribute(left.Name), SplinkColumns.Whole(limit)),
        ("<=" or "<", SqlCall { Name: "*", Operands: [SqlCall { Name: "acos", Operands: [var cosine] }, SqlNumber { Value: EarthRadius }] }) when Point(Clipped(cosine)) is { } point =>
            Matching.Condition.KilometresWithin(columns.Attribute(point.Latitude), columns.Attribute(point.Longitude), Most(operation, limit)),
        _ => null,
    };

    private static LevelCondition Days((string Attribute, ValuePart Part) date, int days) =>
        days > 0 ? Matching.Condition.DaysWithin(date.Attribute, days, date.Part) : Matching.Condition.Same(date.Attribute, date.Part);

    private static LevelCondition Shared(string attribute, int atLeast) =>
        atLeast > 0 ? Matching.Condition.SharedValues(attribute, atLeast) : throw new SqlSyntaxException("to share no value is no condition");

    /// <summary>The largest number that fulfils a limit.</summary>
    private static double Most(string operation, SqlNumber limit) => operation == "<" ? Math.BitDecrement(limit.Value) : limit.Value;

    private static SqlNode Uncast(SqlNode node) => node is SqlCall { Name: "cast float" or "cast double", Operands: [var inner] } ? Uncast(inner) : node;

    /// <summary>Whether a CASE gives the larger of a column's two values.</summary>
    private static bool IsLarger(SqlCall larger, SqlColumn column) =>
        larger.Operands is [SqlCall { Name: ">", Operands: [var first, var second] }, var then, var otherwise]
        && first == then && second == otherwise && first.Mirrored == second && (first == column || second == column);

    /// <summary>What a CASE keeps from leaving [−1, 1] by rounding.</summary>
    private static SqlNode Clipped(SqlNode node) =>
        node is SqlCall { Name: SqlCall.Case, Operands: [SqlCall { Name: ">", Operands: [var above, SqlNumber { Value: 1 }] }, SqlNumber { Value: 1 }, SqlCall { Name: "<", Operands: [var below, SqlNumber { Value: -1 }] }, SqlNumber { Value: -1 }, var inner] }
        && above == inner && below == inner ? inner : node;

    /// <summary>The columns of a great-circle distance by the spherical law of cosines, or null.</summary>
    private static (string Latitude, string Longitude)? Point(SqlNode cosine)
    {
        if (cosine is not SqlCall { Name: "+", Operands: [SqlCall { Name: "*", Operands: [SqlCall { Name: "sin" } one, SqlCall { Name: "sin" } other] }, SqlCall { Name: "*", Operands: [var both, var turn] }] })
        {
            return null;
        }

        return one is { Operands: [SqlCall { Name: "radians", Operands: [SqlColumn latitude] }] }
            && turn is SqlCall { Name: "cos", Operands: [SqlCall { Name: "radians", Operands: [SqlCall { Name: "-", Operands: [SqlColumn east, SqlColumn west] }] }] }
            && one.Mirrored == other && east.Mirrored == west
            && both == new SqlCall("*", [one with { Name = "cos" }, other with { Name = "cos" }])
            ? (latitude.Name, east.Name)
            : null;
    }
}
