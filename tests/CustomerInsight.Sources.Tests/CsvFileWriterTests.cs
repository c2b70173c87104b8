using System.Text;

namespace CustomerInsight.Sources.Tests;

public class CsvFileWriterTests
{
    private static async Task<string> Write(CsvFileWriterOptions? options, params string?[][] rows)
    {
        var file = new MemoryStream();
        await using (var writer = new CsvFileWriter(file, options))
        {
            foreach (string?[] row in rows)
            {
                await writer.WriteRowAsync(row);
            }
        }

        return Encoding.UTF8.GetString(file.ToArray());
    }

    [Fact]
    public async Task WriteRowAsync_SpecialCharacters_AreQuoted() => Assert.Equal(
        "a,\"b,c\",\"d\"\"e\",\"f\ng\",,张\n",
        await Write(null, ["a", "b,c", "d\"e", "f\ng", null, "张"]));

    [Fact]
    public async Task WriteRowAsync_OtherDelimiter_IsUsed() => Assert.Equal("a;b,c\n", await Write(new() { Delimiter = ';' }, ["a", "b,c"]));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    public async Task WriteRowAsync_Formula_IsGuardedOnlyOnDemand(string formula)
    {
        Assert.Equal($"x,{formula}\n", await Write(null, ["x", formula]));
        Assert.Equal($"x,\"'{formula}\"\n", await Write(new() { GuardFormulas = true }, ["x", formula]));
    }

    [Fact]
    public async Task WriteRowAsync_OtherNumberOfFields_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(null, ["a", "b"], ["c"]));

    [Fact]
    public async Task WriteRow_AnyFields_WritesWhatWriteRowAsyncWrites()
    {
        string?[][] rows = [["a", "b,c"], [null, "d\"e"], ["f\ng", "张"], .. Enumerable.Range(0, 20_000).Select(static i => new string?[] { $"{i}", "x" })];
        var file = new MemoryStream();
        await using (var writer = new CsvFileWriter(file))
        {
            foreach (string?[] row in rows)
            {
                writer.WriteRow(row);
            }

            Assert.Throws<InvalidOperationException>(() => writer.WriteRow(["only one"]));
        }

        Assert.StartsWith(await Write(null, rows), Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRow_ManyRows_AllocatesNothing()
    {
        using var writer = new CsvFileWriter(Stream.Null);
        writer.WriteRow(["id", "name"]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            writer.WriteRow(["17", "Ann"]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void New_DelimiterThatCannotBe_LeavesTheFileAlone()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "kept");
            Assert.Throws<ArgumentException>(() => new CsvFileWriter(path, new CsvFileWriterOptions { Delimiter = '"' }));
            Assert.Equal("kept", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task WriteRowAsync_ToAFile_CanBeReadFromThere()
    {
        string path = Path.GetTempFileName();
        try
        {
            await using (var writer = new CsvFileWriter(path))
            {
                await writer.WriteRowAsync(["id", "name"]);
                await writer.WriteRowAsync(["1", "Ann"]);
            }

            Assert.Equal("+1", await new CsvRecordSource(path).OutlineAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
