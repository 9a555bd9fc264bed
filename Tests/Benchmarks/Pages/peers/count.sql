SELECT count(*) FROM agreement AS a
