namespace CustomerInsight.Models;

/// <summary>A row's place in a log with the number that its customer's name makes.</summary>
internal readonly record struct KeyedRow(ulong Key, int Row);
