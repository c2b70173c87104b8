namespace CustomerInsight.Matching;

/// <summary>An SQL expression, or a part of it, that is not understood. It never leaves the reader: it becomes an entry of what was not taken.</summary>
internal sealed class SqlSyntaxException(string message) : Exception(message);
