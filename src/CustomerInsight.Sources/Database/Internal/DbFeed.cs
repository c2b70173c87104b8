using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Sources;

/// <summary>Reads the rows of a query one by one.</summary>
internal sealed class DbFeed<TChange>(Func<DbConnection> connect, string query, Action<DbCommand>? configure, Func<ColumnMapper> newMapper, Func<ColumnMapper, IRowBuilder<TChange>> newBuilder)
{
    public async ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = connect();
        await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
        DbCommand command = await PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable dropping = command.ConfigureAwait(false);
        DbDataReader rows = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable ending = rows.ConfigureAwait(false);
        return Map(rows).ToMapping();
    }

    public async IAsyncEnumerable<TChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long skipTo = Positions.Parse(after);
        DbConnection connection = connect();
        await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
        DbCommand command = await PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable dropping = command.ConfigureAwait(false);
        DbDataReader rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable ending = rows.ConfigureAwait(false);
        ColumnMapper mapper = Map(rows);
        IRowBuilder<TChange> builder = newBuilder(mapper);
        for (long position = 1; await rows.ReadAsync(cancellationToken).ConfigureAwait(false); position++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (position > skipTo)
            {
                yield return Build(rows, builder, position);
            }
        }
    }

    private static TChange Build(DbDataReader rows, IRowBuilder<TChange> builder, long position)
    {
        builder.Begin(position);
        for (int i = 0; i < rows.FieldCount; i++)
        {
            if (builder.Needs(i))
            {
                Add(rows, builder, i);
            }
        }

        return builder.Build(SourceCursor.At(position));
    }

    // Drivers throw exceptions of many types for a value that does not fit, and their messages often quote it.
    private static void Add(DbDataReader rows, IRowBuilder<TChange> builder, int column)
    {
        try
        {
            builder.Add(column, DbValueText.Of(rows.GetValue(column)));
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or OutOfMemoryException))
        {
            builder.Fail(RejectionCodes.InvalidValue, $"The driver cannot give column {column + 1} of the row ({unreadable.GetType().Name}). Cast it to text in the query.");
        }
    }

    private async ValueTask<DbCommand> PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection.State == ConnectionState.Closed)
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The query is the host's own text; values for it go through ConfigureCommand as parameters.
        command.CommandText = query;
#pragma warning restore CA2100
        configure?.Invoke(command);
        return command;
    }

    private ColumnMapper Map(DbDataReader rows)
    {
        ColumnMapper mapper = newMapper();
        mapper.Map([.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)]);
        return mapper;
    }
}
