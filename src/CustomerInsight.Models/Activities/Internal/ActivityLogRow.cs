using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>A row of a log, its texts as numbers; currency −1 where there is no money.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ActivityLogRow(int Customer, long Ticks, short Type, short Currency, decimal Amount);
